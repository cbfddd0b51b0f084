import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UserError } from './output.mjs';
import { resolveTool } from '../tools/resolve.mjs';
import { freePort } from './ports.mjs';

/** PostgreSQL refuses to run as root; there the files go to this account. */
const nobody = 65534;

/**
 * Starts a throw-away PostgreSQL on a free loopback port.
 *
 * @returns the connection string of a superuser, and `stop`
 * @throws when PostgreSQL cannot be had
 */
export async function startPostgres() {
  const folder = path.dirname(await resolveTool('postgres'));
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-postgres-'));
  const data = path.join(home, 'data');
  const asRoot = process.getuid?.() === 0;
  const account = asRoot ? { uid: nobody, gid: nobody } : {};
  if (asRoot) {
    fs.chownSync(home, nobody, nobody);
  }
  const init = spawnSync(
    path.join(folder, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...account, cwd: home, encoding: 'utf8' },
  );
  if (init.status !== 0) {
    throw new UserError(`initdb failed: ${init.stderr || init.error}`);
  }
  const port = await freePort();
  const server = spawn(
    path.join(folder, 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-k', home],
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'max_connections=300'],
      // Nothing here outlives the tests.
      ...['-c', 'fsync=off', '-c', 'synchronous_commit=off'],
    ],
    { ...account, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.setEncoding('utf8').on('data', chunk => {
    log = (log + chunk).slice(-10_000);
  });
  const deadline = Date.now() + 30_000;
  while (!log.includes('ready to accept connections')) {
    if (server.exitCode !== null || Date.now() > deadline) {
      server.kill('SIGKILL');
      throw new UserError(`PostgreSQL did not start:\n${log}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {
    port,
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}
