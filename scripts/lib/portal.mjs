import path from 'node:path';
import { inRoot } from './paths.mjs';
import { localSecrets } from './secrets.mjs';
import { Server } from './server.mjs';
import { toolchainEnv } from './toolchain.mjs';

async function answers(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  return response.ok;
}

/**
 * The portal and its sandbox as one unit: what `npm start` shows, what the
 * browser tests drive, what the benchmarks measure.
 *
 * @param options.portalPort - loopback port of the portal
 * @param options.sandboxPort - loopback port of the sandbox
 * @param options.dataDir - databases, repositories, logs
 * @param options.env - further environment for both processes
 * @param options.config - further config files, later ones win
 */
export function createPortal(options) {
  const { portalPort, sandboxPort, dataDir, env = {}, config = [] } = options;
  const url = `http://localhost:${portalPort}`;
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const secrets = localSecrets(dataDir);
  const shared = {
    ...toolchainEnv(),
    // The servers compile thousands of files; V8 keeps the result here.
    NODE_COMPILE_CACHE: inRoot('.toolchain/compile-cache'),
    // Not production (the sandbox sign-in refuses that) and not development
    // (which indents every answer).
    NODE_ENV: 'sandbox',
    NO_COLOR: '1',
    ...secrets,
    ...env,
  };

  const sandbox = new Server({
    name: 'sandbox',
    entry: 'packages/sandbox/src/main.ts',
    cwd: inRoot('packages/sandbox'),
    logFile: path.join(dataDir, 'logs/sandbox.log'),
    env: {
      ...shared,
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_PUBLIC_URL: sandboxUrl,
      SANDBOX_DATA_DIR: path.join(dataDir, 'sandbox'),
      SANDBOX_PRODUCT_DIR: inRoot(),
      PORTAL_URL: url,
      GITHUB_WEBHOOK_URL: `${url}/api/events/http/github`,
    },
  });

  const backend = new Server({
    name: 'portal',
    entry: 'packages/backend/src/index.ts',
    args: [inRoot('app-config.yaml'), ...config].flatMap(file => [
      '--config',
      file,
    ]),
    cwd: inRoot('packages/backend'),
    logFile: path.join(dataDir, 'logs/portal.log'),
    env: {
      ...shared,
      APP_URL: url,
      PORTAL_URL: url,
      PORTAL_PORT: String(portalPort),
      PORTAL_DATA_DIR: dataDir,
      GITHUB_URL: sandboxUrl,
      GITHUB_HOST: `localhost:${sandboxPort}`,
      GITHUB_API_URL: `${sandboxUrl}/api/v3`,
      PROMETHEUS_URL: `${sandboxUrl}/prometheus`,
      PAGERDUTY_URL: `${sandboxUrl}/pagerduty`,
    },
  });

  async function startSandbox() {
    sandbox.start();
    await sandbox.ready(() => answers(`${sandboxUrl}/_sandbox/health`), 60_000);
  }

  async function startBackend() {
    backend.start();
    await backend.ready(
      () => answers(`${url}/.backstage/health/v1/readiness`),
      120_000,
    );
  }

  return {
    url,
    sandboxUrl,
    secrets,
    sandbox,
    backend,
    startSandbox,
    startBackend,
    /** Starts both; the portal comes up while the sandbox fills itself. */
    async start() {
      await Promise.all([startSandbox(), startBackend()]);
    },
    async stop() {
      await Promise.all([backend.stop(), sandbox.stop()]);
    },
  };
}
