import { inRoot } from './lib/paths.mjs';
import { UserError, main, say, secondsSince } from './lib/output.mjs';
import { requireFreePort } from './lib/ports.mjs';
import { createPortal } from './lib/portal.mjs';
import { prepare } from './lib/prepare.mjs';

function portFrom(variable, fallback) {
  const value = Number(process.env[variable] ?? fallback);
  if (!Number.isInteger(value) || value < 1 || value > 65535) {
    throw new UserError(
      `${variable} is "${process.env[variable]}", which is no port. Give a number from 1 to 65535.`,
      2,
    );
  }
  return value;
}

await main(async () => {
  const startedAt = performance.now();
  const portalPort = portFrom('PORTAL_PORT', 7007);
  const sandboxPort = portFrom('SANDBOX_PORT', 7070);
  await requireFreePort(portalPort, 'the portal', 'PORTAL_PORT');
  await requireFreePort(sandboxPort, 'the sandbox', 'SANDBOX_PORT');

  await prepare();

  const portal = createPortal({
    portalPort,
    sandboxPort,
    dataDir: process.env.PORTAL_DATA_DIR ?? inRoot('.data'),
  });

  let stopping;
  const stop = () => {
    stopping ??= (async () => {
      say('\nStopping');
      await portal.stop();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }

  say('Starting sandbox and portal');
  try {
    await portal.start();
  } catch (error) {
    if (stopping) {
      await stopping;
      return 0;
    }
    await portal.stop();
    throw error;
  }

  say(`
Arctiq Portal is ready after ${secondsSince(startedAt)} s

  portal   ${portal.url}
  sandbox  ${portal.sandboxUrl}   (Arctiq Commerce's GitHub)

Stop with Ctrl-C. Data and logs are kept in .data/`);

  const ended = await Promise.race([
    portal.backend.exited.then(() => 'portal'),
    portal.sandbox.exited.then(() => 'sandbox'),
  ]);
  if (!stopping) {
    await portal.stop();
    throw new UserError(
      `The ${ended} ended unexpectedly. Its last words are in .data/logs/${ended}.log`,
    );
  }
  await stopping;
  return 0;
});
