import { spawn } from 'node:child_process';
import { inRoot } from './lib/paths.mjs';
import { main, say } from './lib/output.mjs';
import { requireFreePort } from './lib/ports.mjs';
import { createPortal } from './lib/portal.mjs';
import { ensureInstalled } from './lib/prepare.mjs';
import { ensureNode } from './lib/toolchain.mjs';

const ports = { app: 3000, backend: 7007, sandbox: 7070 };
const cli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

// The development servers of Backstage's CLI reload what changed; the sandbox
// runs as under `npm start`.
await main(async () => {
  for (const [name, port] of Object.entries(ports)) {
    await requireFreePort(port, `the ${name}`);
  }
  await ensureInstalled();
  const portal = createPortal({
    portalPort: ports.backend,
    sandboxPort: ports.sandbox,
    dataDir: inRoot('.data'),
  });
  await portal.startSandbox();
  say(`sandbox ${portal.sandboxUrl}`);

  const env = {
    ...portal.backend.options.env,
    // Hot reload, and the browsers that package.json names for development.
    NODE_ENV: 'development',
    APP_URL: `http://localhost:${ports.app}`,
  };
  const servers = ['packages/backend', 'packages/app'].map(dir =>
    spawn(ensureNode(), [cli, 'package', 'start'], {
      cwd: inRoot(dir),
      env,
      stdio: 'inherit',
    }),
  );
  let stopping = false;
  const stop = () => {
    stopping = true;
    for (const server of servers) {
      server.kill('SIGTERM');
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }
  const codes = await Promise.all(
    servers.map(
      server =>
        new Promise(resolve =>
          server.once('exit', code => {
            // One without the other is of no use.
            stop();
            resolve(code);
          }),
        ),
    ),
  );
  await portal.sandbox.stop();
  return stopping ? 0 : Math.max(...codes.map(code => code ?? 1));
});
