import net from 'node:net';
import { UserError } from './output.mjs';

function tryListen(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
}

/** A loopback port that nobody listens on at this moment. */
export function freePort() {
  return tryListen(0);
}

/**
 * Fails with the remedy when a port is taken.
 *
 * @param purpose - what wants to listen there
 * @param variable - environment variable that moves it elsewhere, if any does
 */
export async function requireFreePort(port, purpose, variable) {
  try {
    await tryListen(port);
  } catch (error) {
    const elsewhere = variable
      ? ` Or choose another port:\n  ${variable}=${await freePort()} npm start`
      : '';
    const problem =
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken, and ${purpose} wants it.\nPerhaps the portal is already running: look at http://localhost:${port}.\nOtherwise stop what listens there.`
        : `Port ${port} for ${purpose} cannot be opened: ${error.message}.`;
    throw new UserError(`${problem}${elsewhere}`, 2);
  }
}
