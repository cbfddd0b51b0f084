import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../lib/output.mjs';
import { buildBackendBundle, unpackBackendBundle } from '../lib/bundle.mjs';
import { inRoot } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { run, tail } from '../lib/run.mjs';
import { Stage } from '../lib/stage.mjs';
import { resolveTool } from '../tools/resolve.mjs';

const cli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

async function checkConfiguration(stage) {
  const cases = {
    'app-config.yaml': ['app-config.yaml'],
    'app-config.production.yaml': [
      'app-config.yaml',
      'app-config.production.yaml',
    ],
  };
  for (const [name, files] of Object.entries(cases)) {
    const { code, output } = await run(
      process.execPath,
      [
        ...[cli, 'config:check', '--lax', '--strict'],
        ...files.flatMap(file => ['--config', inRoot(file)]),
      ],
      { quiet: true },
    );
    if (code === 0) {
      stage.pass(`${name} fits the schemas of all packages`);
    } else {
      stage.fail(`${name} fits the schemas of all packages`, tail(output));
    }
  }
}

async function lintWorkflows(stage) {
  const check = 'workflows of the portal pass actionlint';
  let actionlint;
  try {
    actionlint = await resolveTool('actionlint');
  } catch (error) {
    stage.skip(check, error.message);
    return;
  }
  const { code, output } = await run(
    actionlint,
    fs
      .readdirSync(inRoot('.github/workflows'))
      .map(file => inRoot('.github/workflows', file)),
    { quiet: true },
  );
  if (code === 0) {
    stage.pass(check);
  } else {
    stage.fail(check, tail(output));
  }
}

/** The variables that app-config.production.yaml names, for a start on loopback. */
function productionEnv(port, postgresPort) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    ...process.env,
    NODE_ENV: 'production',
    PORTAL_URL: `http://localhost:${port}`,
    AUTH_SESSION_SECRET: 'infra-stage',
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(postgresPort),
    POSTGRES_USER: 'postgres',
    POSTGRES_PASSWORD: 'unused',
    GITHUB_URL: 'http://localhost:9',
    GITHUB_HOST: 'localhost:9',
    GITHUB_API_URL: 'http://localhost:9/api/v3',
    GITHUB_TOKEN: 'unused',
    GITHUB_ORGANIZATION: 'arctiq-commerce',
    GITHUB_APP_ID: '1',
    GITHUB_APP_CLIENT_ID: 'unused',
    GITHUB_APP_CLIENT_SECRET: 'unused',
    GITHUB_APP_PRIVATE_KEY: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    GITHUB_WEBHOOK_SECRET: 'infra-stage',
    AUTH_GITHUB_CLIENT_ID: 'unused',
    AUTH_GITHUB_CLIENT_SECRET: 'unused',
    AUTH_OIDC_METADATA_URL:
      'http://localhost:9/.well-known/openid-configuration',
    AUTH_OIDC_CLIENT_ID: 'unused',
    AUTH_OIDC_CLIENT_SECRET: 'unused',
    PROMETHEUS_URL: 'http://localhost:9',
    PROMETHEUS_TOKEN: 'unused',
    PAGERDUTY_TOKEN: 'unused',
    TECHDOCS_BUCKET: 'unused',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'unused',
    AWS_SECRET_ACCESS_KEY: 'unused',
  };
}

/** What differs between this start and a real one: port, TLS to the database. */
function writeOverrides(file, port) {
  fs.writeFileSync(
    file,
    JSON.stringify({
      backend: {
        listen: { host: '127.0.0.1', port },
        lifecycle: { serverShutdownDelay: { seconds: 0 } },
        database: { connection: { ssl: false } },
      },
    }),
  );
}

/** Starts the unpacked bundle; resolves when it answers or has ended. */
async function startBundle(home, env, port, extraConfig = []) {
  const overrides = path.join(home, 'overrides.json');
  writeOverrides(overrides, port);
  const configs = [
    inRoot('app-config.yaml'),
    inRoot('app-config.production.yaml'),
    overrides,
    ...extraConfig,
  ];
  const child = spawn(
    process.execPath,
    ['packages/backend', ...configs.flatMap(file => ['--config', file])],
    { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  const collect = chunk => {
    log = (log + chunk).slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  const exited = new Promise(resolve => child.once('exit', resolve));
  const deadline = Date.now() + 90_000;
  let ready = false;
  while (!ready && child.exitCode === null && Date.now() < deadline) {
    ready = await fetch(
      `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
    ).then(
      ({ ok }) => ok,
      () => false,
    );
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return {
    ready,
    log: () => log,
    exitCode: () => child.exitCode,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exited;
      clearTimeout(timer);
    },
  };
}

async function checkProductionBundle(stage) {
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
  } finally {
    await postgres.stop();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

await main(async () => {
  const stage = new Stage('infra');
  await checkConfiguration(stage);
  await lintWorkflows(stage);
  await checkProductionBundle(stage);
  return stage.end();
});
