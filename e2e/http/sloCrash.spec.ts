import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { PortalApi, until } from '../support/api';
import { people } from '../support/people';
import { slicesOf, sloPath, slosMeasured } from '../support/slo';

const watched = [
  sloPath('order-service', 'order-service-availability'),
  sloPath('payment-service', 'payment-service-latency'),
  sloPath('warehouse-sync', 'warehouse-sync-processing'),
];
const hour = 3600;
const days = 6;
/** The days that were being read when it was killed: history is read from its oldest day. */
const to = (Math.floor(Date.now() / 1000 / hour) - 2 * 24) * hour;

/** Waits until all is measured, and reads every slice of some SLOs. */
async function readAll(portal: PortalApi) {
  const session = await portal.signInWhenKnown(people.developer.ref);
  await slosMeasured(portal, session);
  const range = { from: to - days * 24 * hour, to };
  const all = [];
  for (const slo of watched) {
    const cells = await slicesOf(portal, session, slo, range);
    expect(new Set(cells.map(({ time }) => time)).size).toBe(days * 288);
    expect(cells).toHaveLength(days * 288);
    expect(cells.every(({ state }) => state === 'measured')).toBe(true);
    all.push(cells);
  }
  return all;
}

const kills = 2;

/** Reads history in short turns, since a killed turn holds its lock to its end. */
const config = {
  slo: {
    collector: {
      backfillDays: 9,
      schedule: {
        initialDelay: { seconds: 1 },
        frequency: { seconds: 2 },
        timeout: { seconds: 15 },
      },
    },
  },
};

test('killed with -9 while it reads history and started again: the same slices, none twice', async () => {
  test.setTimeout(900_000);
  const { createPortal } = await import('../../scripts/lib/portal.mjs');
  const { freePort } = await import('../../scripts/lib/ports.mjs');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-slo-crash-'));
  const configFile = path.join(dataDir, 'short.yaml');
  // JSON is YAML.
  fs.writeFileSync(configFile, JSON.stringify(config));
  const instance = createPortal({
    portalPort: await freePort(),
    sandboxPort: await freePort(),
    dataDir,
    config: [configFile],
  });
  const portal = new PortalApi(instance.url);
  /** Shares of history, in percent, that the log says are there. */
  const progress = () =>
    [
      ...fs
        .readFileSync(path.join(dataDir, 'logs/portal.log'), 'utf8')
        .matchAll(/objectives; (\d+) % of all history is there/g),
    ].map(([, share]) => Number(share));
  try {
    await instance.start();
    for (let kill = 0; kill < kills; kill += 1) {
      const before = progress().length;
      const shares = await until(
        'two more days of history',
        async () => {
          const all = progress();
          return all.length >= before + 2 ? all : undefined;
        },
        180_000,
        20,
      );
      expect(Math.max(...shares), 'it is killed before the end').toBeLessThan(
        90,
      );
      await instance.backend.kill();
      await instance.startBackend();
    }
    const interrupted = await readAll(portal);

    // The same sandbox, read once more from nothing and left in peace.
    await instance.backend.stop();
    for (const file of fs.readdirSync(path.join(dataDir, 'db'))) {
      if (file.startsWith('slo.sqlite')) {
        fs.rmSync(path.join(dataDir, 'db', file));
      }
    }
    await instance.startBackend();
    expect(await readAll(portal)).toEqual(interrupted);
  } finally {
    await instance.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});
