import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { pause, PortalApi, until } from '../support/api';
import { people } from '../support/people';
import { slicesOf, sloPath, slosMeasured } from '../support/slo';

const watched = [
  sloPath('order-service', 'order-service-availability'),
  sloPath('payment-service', 'payment-service-latency'),
  sloPath('warehouse-sync', 'warehouse-sync-processing'),
];
const hour = 3600;
const days = 15;
const to = Math.floor(Date.now() / 1000 / hour - 1) * hour;

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

/** Milliseconds after the first slice is there, and after each new start. */
const killAfterMs = [200, 900];

test('killed with -9 while it reads history and started again: the same slices, none twice', async () => {
  test.setTimeout(900_000);
  const { createPortal } = await import('../../scripts/lib/portal.mjs');
  const { freePort } = await import('../../scripts/lib/ports.mjs');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-slo-crash-'));
  const config = path.join(dataDir, 'short.yaml');
  // JSON is YAML.
  fs.writeFileSync(
    config,
    JSON.stringify({ slo: { collector: { backfillDays: 20 } } }),
  );
  const instance = createPortal({
    portalPort: await freePort(),
    sandboxPort: await freePort(),
    dataDir,
    config: [config],
  });
  const portal = new PortalApi(instance.url);
  try {
    await instance.start();
    for (const delay of killAfterMs) {
      const before = await portal.signInWhenKnown(people.developer.ref);
      const reached = await until(
        'the first slices',
        async () => {
          const { body } = await portal.request(watched[0], {
            session: before,
          });
          return body.status?.watermark as number | undefined;
        },
        120_000,
      );
      expect(reached, 'it is killed before the end').toBeLessThan(
        to - 24 * hour,
      );
      await pause(delay);
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
