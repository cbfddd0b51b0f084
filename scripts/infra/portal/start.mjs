import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';

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
export async function startBundle(home, env, port, extraConfig = []) {
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
