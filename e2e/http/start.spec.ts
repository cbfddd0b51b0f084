import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { until } from '../support/api';

const start = path.resolve(__dirname, '../../scripts/start.mjs');

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** `npm start` as a newcomer types it, on ports of its own. */
function npmStart(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', chunk => (text += chunk));
  child.stderr.on('data', chunk => (text += chunk));
  return {
    child,
    output: () => text,
    ended: new Promise(resolve => child.once('exit', resolve)),
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

test('npm start prints the address that answers, and Ctrl-C stops everything', async () => {
  test.setTimeout(180_000);
  const { freePort } = await import('../../scripts/lib/ports.mjs');
  const portalPort = await freePort();
  const sandboxPort = await freePort();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-start-'));
  const started = npmStart({
    PORTAL_PORT: String(portalPort),
    SANDBOX_PORT: String(sandboxPort),
    PORTAL_DATA_DIR: dataDir,
  });
  try {
    const url = await until(
      'the address',
      async () => /portal\s+(http:\S+)/.exec(started.output())?.[1],
      120_000,
    );
    expect(await answers(url)).toBe(true);
    const sandbox = `http://127.0.0.1:${sandboxPort}/_sandbox/health`;
    expect(await answers(sandbox)).toBe(true);

    started.child.kill('SIGINT');
    expect(await started.ended, started.output()).toBe(0);
    expect(await answers(url)).toBe(false);
    expect(await answers(sandbox)).toBe(false);
    expect(fs.readdirSync(dataDir)).toEqual(
      expect.arrayContaining(['db', 'logs', 'sandbox', 'secrets.json']),
    );
  } finally {
    started.child.kill('SIGKILL');
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

test('a taken port is named with its remedy', async () => {
  const taken = net.createServer();
  await new Promise<void>(resolve => {
    taken.listen(0, '127.0.0.1', resolve);
  });
  const { port } = taken.address() as net.AddressInfo;
  try {
    const started = npmStart({ PORTAL_PORT: String(port) });
    expect(await started.ended).toBe(2);
    expect(started.output()).toContain(`Port ${port} is taken`);
    expect(started.output()).toMatch(/PORTAL_PORT=\d+ npm start/);
  } finally {
    taken.close();
  }
});
