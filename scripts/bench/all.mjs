import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../lib/output.mjs';
import { createPortal } from '../lib/portal.mjs';
import { freePort } from '../lib/ports.mjs';
import { buildBareApp } from './bareApp.mjs';
import { measureCatalogList } from './catalogList.mjs';
import { measureColdLoad } from './coldLoad.mjs';
import { measureCreation } from './create.mjs';
import { measureFirstLoad } from './firstLoad.mjs';
import { measureStart, waitForCatalog } from './ready.mjs';
import { measureSlo } from './slo/measure.mjs';
import { summary } from './statistics.mjs';
import { inRoot } from '../lib/paths.mjs';

const quick = process.argv.includes('--quick');
const starts = quick ? 2 : 5;
const creations = quick ? 3 : 20;
const listSeconds = quick ? 5 : 30;
/** Services with three SLOs each, and the days of history that are read at first sight. */
const sloSizes = quick
  ? [{ services: 96, backfillDays: 3 }]
  : [
      { services: 96, backfillDays: 90 },
      { services: 1667, backfillDays: 1 },
    ];

/** Progress goes to stderr: stdout is the JSON alone. */
const note = line => process.stderr.write(`${line}\n`);

// The same ports at every start: the catalog knows its sources by address.
const ports = { portalPort: await freePort(), sandboxPort: await freePort() };

function instanceIn(dataDir) {
  return createPortal({ ...ports, dataDir });
}

await main(async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-'));
  const result = {
    measuredAt: new Date().toISOString(),
    machine: {
      cpus: os.cpus().length,
      model: os.cpus()[0]?.model,
      memoryGiB: Math.round(os.totalmem() / 2 ** 30),
      node: process.version,
    },
  };
  try {
    note('first load of the app, against a bare generated app');
    const ours = await measureFirstLoad(inRoot('packages/app/dist'));
    const bare = await measureFirstLoad(await buildBareApp(note));
    result.firstLoad = {
      portal: ours,
      bareApp: bare,
      ratio: Number((ours.gzipBytes / bare.gzipBytes).toFixed(3)),
      goal: 'at most 650 kB gzip',
    };

    note('first start: the sandbox and the catalog fill themselves');
    const first = instanceIn(dataDir);
    const startedAt = performance.now();
    const empty = await measureStart(first);
    const filled = await waitForCatalog(first, startedAt);
    result.firstStart = {
      readySeconds: Number(empty.ready.toFixed(1)),
      signInSeconds: Number(empty.signIn.toFixed(1)),
      catalogCompleteSeconds: Number(filled.seconds.toFixed(1)),
      entities: filled.entities,
    };

    note('home page with an empty browser cache');
    result.coldHome = {
      ...(await measureColdLoad(first)),
      goal: 'at most 650 kB gzip',
    };

    note(`catalog list, 20 requests/s for ${listSeconds} s`);
    result.catalogList = {
      ...summary(await measureCatalogList(first, 20, listSeconds)),
      unit: 'ms',
      requestsPerSecond: 20,
      goal: 'p95 at most 100 ms',
    };

    note(`${creations} creations`);
    const { visible, completed } = await measureCreation(first, creations);
    result.creation = {
      visible: summary(visible, 2),
      completed: summary(completed, 2),
      unit: 's',
      goal: 'visible p95 at most 8 s',
    };
    await first.stop();

    result.slo = [];
    for (const [index, size] of sloSizes.entries()) {
      note(`error budgets of ${size.services} services`);
      result.slo.push(
        await measureSlo({
          ...size,
          seconds: listSeconds,
          dataDir: path.join(dataDir, `slo-${index}`),
          note,
        }),
      );
    }

    note(`${starts} warm starts with the sandbox filled`);
    const ready = [];
    const signIn = [];
    for (let index = 0; index < starts; index += 1) {
      const instance = instanceIn(dataDir);
      const measured = await measureStart(instance);
      ready.push(measured.ready);
      signIn.push(measured.signIn);
      await instance.stop();
    }
    result.warmStart = {
      ready: summary(ready),
      signIn: summary(signIn),
      unit: 's',
      goal: 'ready in at most 15 s, 20 s with the sandbox filled',
    };
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
});
