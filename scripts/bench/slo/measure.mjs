import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PortalApi, until } from '../../../e2e/support/api.ts';
import { people } from '../../../e2e/support/people.ts';
import { inRoot } from '../../lib/paths.mjs';
import { createPortal } from '../../lib/portal.mjs';
import { freePort } from '../../lib/ports.mjs';
import { measureRate } from '../load.mjs';
import { summary } from '../statistics.mjs';
import { serviceName, slosPerService } from './company.mjs';

/** The files and the data source of a company of that size, as a process of its own. */
async function startUpstream(services) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      inRoot('scripts/bench/slo/upstream.mjs'),
      String(port),
      String(services),
    ],
    { cwd: inRoot(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', code =>
      reject(new Error(`the upstream of the benchmark ended with ${code}`)),
    );
  });
  return {
    host: `localhost:${port}`,
    url: `http://localhost:${port}`,
    async statistics() {
      const response = await fetch(`http://localhost:${port}/statistics`);
      return response.json();
    },
    stop: () => child.kill(),
  };
}

/** Configuration that puts the benchmark's company in place of the sandbox's. */
function configFor(upstream, backfillDays) {
  return {
    backend: { reading: { allow: [{ host: upstream.host }] } },
    catalog: {
      rules: [{ allow: ['Component', 'System', 'Location', 'User', 'Group'] }],
      locations: [{ type: 'url', target: `${upstream.url}/catalog.yaml` }],
    },
    slo: {
      prometheus: {
        servers: [{ name: 'default', url: `${upstream.url}/prometheus` }],
      },
      collector: { backfillDays },
    },
  };
}

/** Cost of one page view after another, at the rate of a busy company. */
async function measureReads(portal, session, services, seconds) {
  const check = ({ status, body }, asked) => {
    if (status !== 200) {
      throw new Error(`${asked} answered ${status}: ${JSON.stringify(body)}`);
    }
  };
  const measure = async (paths, ratePerSecond) =>
    summary(
      await measureRate({
        portal,
        session,
        paths,
        ratePerSecond,
        seconds,
        check,
      }),
    );
  const details = Array.from({ length: 50 }, (_, index) => {
    const name = serviceName(Math.floor((index * services) / 50));
    return `/api/slo/v1/slos/default/${name}/${name}-availability`;
  });
  return {
    list: await measure(
      ['/api/slo/v1/slos?limit=20', '/api/slo/v1/slos?limit=20&mine=true'],
      50,
    ),
    detail: await measure(details, 10),
    rollups: await measure(['/api/slo/v1/rollups?by=owner'], 5),
    card: await measure(
      [`/api/slo/v1/summary?entityRef=component:default/${serviceName(0)}`],
      20,
    ),
  };
}

/**
 * Measures the SLO plugin on a portal of its own with so many services.
 *
 * @param options.services - each has three SLOs
 * @param options.backfillDays - history that is read at first sight
 * @param options.seconds - duration of each load
 */
export async function measureSlo(options) {
  const { services, backfillDays, seconds, dataDir, note } = options;
  const slos = services * slosPerService;
  const upstream = await startUpstream(services);
  fs.mkdirSync(dataDir, { recursive: true });
  const configFile = path.join(dataDir, 'bench.yaml');
  // JSON is YAML.
  fs.writeFileSync(
    configFile,
    JSON.stringify(configFor(upstream, backfillDays)),
  );
  const instance = createPortal({
    portalPort: await freePort(),
    sandboxPort: await freePort(),
    dataDir,
    config: [configFile],
  });
  try {
    await instance.startBackend();
    const portal = new PortalApi(instance.url);
    const session = await portal.signInWhenKnown(people.developer.ref, 120_000);
    note(`  ${slos} SLOs: waiting until all are read and measured`);
    await until(
      `${slos} SLOs to be measured`,
      async () => {
        const { body } = await portal.request('/api/slo/v1/slos?limit=1', {
          session,
        });
        const { totalItems, states, quality, reason } = body;
        return totalItems === slos &&
          !states['not-measured'] &&
          quality !== 'stale' &&
          reason === undefined
          ? true
          : undefined;
      },
      1_800_000,
      1000,
    );
    const filled = await upstream.statistics();
    note(`  ${slos} SLOs: reading pages`);
    const reads = await measureReads(portal, session, services, seconds);
    const after = await upstream.statistics();
    const { body: card } = await portal.request(
      `/api/slo/v1/summary?entityRef=component:default/${serviceName(0)}`,
      { session },
    );
    return {
      slos,
      backfill: {
        days: backfillDays,
        seconds: Number(filled.backfillSeconds.toFixed(1)),
        queries: filled.queries,
        mostAtOnce: filled.mostAtOnce,
      },
      ...reads,
      cardBytes: JSON.stringify(card).length,
      queriesDuringReads: after.queries - filled.queries,
    };
  } finally {
    await instance.stop();
    upstream.stop();
  }
}
