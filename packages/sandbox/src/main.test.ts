import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/rest';
import { git } from './__testUtils__/gitCommand';
import { silent } from './__testUtils__/testSandbox';

// The whole company is seeded in a process of its own.
jest.setTimeout(120_000);

const token = 'main-test-token';

interface Running {
  child: ChildProcess;
  output: () => string;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) {
      throw new Error('It took longer than a minute.');
    }
    await sleep(2);
  }
}

describe('the process', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-main-'));
  const children: ChildProcess[] = [];
  let port: number;

  function start(env: Record<string, string> = {}): Running {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        require.resolve('./main'),
      ],
      {
        env: {
          PATH: process.env.PATH,
          SANDBOX_PORT: String(port),
          SANDBOX_DATA_DIR: dataDir,
          GITHUB_TOKEN: token,
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    children.push(child);
    let text = '';
    child.stdout.on('data', chunk => (text += chunk));
    child.stderr.on('data', chunk => (text += chunk));
    return { child, output: () => text };
  }

  async function startReady(): Promise<Running> {
    const running = start();
    await until(() => running.output().includes('\n'));
    expect(running.output()).toBe(`sandbox ready http://127.0.0.1:${port}\n`);
    return running;
  }

  const octokit = () =>
    new Octokit({
      auth: token,
      baseUrl: `http://127.0.0.1:${port}/api/v3`,
      log: silent,
    });

  beforeAll(async () => {
    port = await freePort();
  });
  afterAll(() => {
    for (const child of children) {
      child.kill('SIGKILL');
    }
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  it('seeds the company, says so, names a taken port, and stops when asked', async () => {
    const first = await startReady();
    const { data } = await octokit().rest.repos.getContent({
      owner: 'arctiq-commerce',
      repo: 'catalog',
      path: 'all.yaml',
    });
    expect(data).toMatchObject({ type: 'file' });
    const second = start();
    const [code] = await once(second.child, 'close');
    expect(code).toBe(2);
    expect(second.output()).toMatch(
      new RegExp(`^Port ${port} of 127.0.0.1 is taken`),
    );
    first.child.kill('SIGTERM');
    expect((await once(first.child, 'close'))[0]).toBe(0);
  });

  it('keeps every repository that it confirmed through kill -9', async () => {
    let running = await startReady();
    const confirmed: string[] = [];
    let wanted = 0;
    const reached = () => confirmed.length >= wanted;
    for (const round of [1, 2, 3]) {
      wanted = confirmed.length + 4;
      const creations = Array.from({ length: 12 }, async (_, index) => {
        const name = `round-${round}-${index}`;
        await octokit().rest.repos.createInOrg({
          org: 'arctiq-commerce',
          name,
          auto_init: true,
        });
        confirmed.push(name);
      });
      // Killed when a third is confirmed and the rest is under way.
      await until(reached);
      running.child.kill('SIGKILL');
      await Promise.allSettled(creations);
      running = await startReady();
    }
    const all = await octokit().paginate(octokit().rest.repos.listForOrg, {
      org: 'arctiq-commerce',
      per_page: 100,
    });
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(confirmed));
    for (const name of names.filter(one => one.startsWith('round-'))) {
      const { data } = await octokit().rest.repos.getReadme({
        owner: 'arctiq-commerce',
        repo: name,
      });
      expect(data.size).toBeGreaterThan(0);
    }
    const folders = fs.readdirSync(
      path.join(dataDir, 'github/repos/arctiq-commerce'),
    );
    expect(folders).toHaveLength(names.length);
    await git(
      dataDir,
      'clone',
      '-q',
      `http://127.0.0.1:${port}/arctiq-commerce/${confirmed[0]}.git`,
      'cloned',
    );
    running.child.kill('SIGKILL');
  });

  it.each([
    [{ GITHUB_TOKEN: '' }, /GITHUB_TOKEN is not set/],
    [{ SANDBOX_PORT: 'x' }, /SANDBOX_PORT must be a whole number/],
    [{ GITHUB_WEBHOOK_URL: 'http://x' }, /GITHUB_WEBHOOK_SECRET is not set/],
  ])('refuses to start with %j', async (env, message) => {
    const { child, output } = start(env as Record<string, string>);
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(output()).toMatch(message);
  });
});
