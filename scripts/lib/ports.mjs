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
 * @param variable - environment variable that moves it elsewhere
 */
export async function requireFreePort(port, purpose, variable) {
  try {
    await tryListen(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') {
      throw new UserError(
        `Port ${port} for ${purpose} cannot be opened: ${error.message}.\nChoose another one: ${variable}=<port> npm start`,
        2,
      );
    }
    const other = await freePort();
    throw new UserError(
      `Port ${port} is taken, and ${purpose} wants it.\nPerhaps the portal is already running: look at http://localhost:${port}.\nOtherwise stop what listens there, or choose another port:\n  ${variable}=${other} npm start`,
      2,
    );
  }
}
