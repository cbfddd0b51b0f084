import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildBackendBundle, unpackBackendBundle } from '../../lib/bundle.mjs';
import { inRoot } from '../../lib/paths.mjs';
import { freePort } from '../../lib/ports.mjs';
import { startPostgres } from '../../lib/postgres.mjs';
import { tail } from '../../lib/run.mjs';
import { resolveTool } from '../../tools/resolve.mjs';
import { checkRunningChart } from '../chart/running.mjs';
import { reportResults } from '../stage/results.mjs';
import { productionEnv } from './environment.mjs';
import { startBundle } from './start.mjs';

/** What the chart makes of the bundle, on a database that has no tables yet. */
async function checkInstall(stage, home) {
  const postgres = await startPostgres();
  try {
    const postgresPort = postgres.port;
    reportResults(
      stage,
      await checkRunningChart({ home, postgresPort, resolveTool }),
    );
  } finally {
    await postgres.stop();
  }
}

/** The bundle of the backend starts as it would in production, and only so. */
export async function checkProductionBundle(stage) {
  const check = 'the production bundle on PostgreSQL';
  let postgres;
  try {
    postgres = await startPostgres();
  } catch (error) {
    stage.skip(check, error.message);
    return;
  }
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bundle-'));
  try {
    await buildBackendBundle();
    await unpackBackendBundle(home);
    fs.cpSync(inRoot('templates'), path.join(home, 'templates'), {
      recursive: true,
    });
    const port = await freePort();
    const env = productionEnv(port, postgres.port);

    const bundle = await startBundle(home, env, port);
    if (bundle.ready) {
      stage.pass(`${check} becomes ready with NODE_ENV=production`);
      const { status } = await fetch(
        `http://127.0.0.1:${port}/api/catalog/entities`,
      );
      if (status === 401) {
        stage.pass(`${check} answers 401 without a token`);
      } else {
        stage.fail(`${check} answers 401 without a token`, `it was ${status}`);
      }
      const people = await fetch(
        `http://127.0.0.1:${port}/api/auth/sandbox/people`,
      );
      if (people.status === 404) {
        stage.pass(`${check} has no sandbox sign-in`);
      } else {
        stage.fail(
          `${check} has no sandbox sign-in`,
          `/api/auth/sandbox/people answered ${people.status}`,
        );
      }
    } else {
      stage.fail(`${check} becomes ready`, tail(bundle.log(), 30));
    }
    await bundle.stop();

    const withSandbox = path.join(home, 'with-sandbox.json');
    fs.writeFileSync(
      withSandbox,
      JSON.stringify({ auth: { providers: { sandbox: {} } } }),
    );
    const refused = await startBundle(home, env, port, [withSandbox]);
    const named = /sandbox/i.test(refused.log()) && !refused.ready;
    if (named) {
      stage.pass(`${check} refuses to start with the sandbox sign-in`);
    } else {
      stage.fail(
        `${check} refuses to start with the sandbox sign-in`,
        tail(refused.log(), 20),
      );
    }
    await refused.stop();
    await checkInstall(stage, home);
  } finally {
    await postgres.stop();
    fs.rmSync(home, { recursive: true, force: true });
  }
}
