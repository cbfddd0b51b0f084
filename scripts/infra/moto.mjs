import { spawn } from 'node:child_process';
import { UserError } from '../lib/output.mjs';
import { freePort } from '../lib/ports.mjs';
import { tail } from '../lib/run.mjs';
import { resolveTool } from '../tools/resolve.mjs';
import { endWithUs } from './terraform/children.mjs';

async function answers(url) {
  return fetch(`${url}/moto-api/data.json`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function untilReady(url, child, log) {
  const deadline = Date.now() + 90_000;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new UserError(`The mock of AWS did not start:\n${tail(log(), 20)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/**
 * Starts a mock of AWS (moto) on a free loopback port.
 *
 * @param options.env - further environment of the mock
 * @returns its address, `reset` (forgets all that was made), `stop`
 */
export async function startMoto({ env = {} } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    await resolveTool('moto_server'),
    ['-H', '127.0.0.1', '-p', String(port)],
    {
      env: {
        ...process.env,
        // The policies that AWS itself provides, ReadOnlyAccess for example.
        MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: the command may be a shim that starts Python.
      detached: true,
    },
  );
  let text = '';
  child.stderr.setEncoding('utf8').on('data', chunk => {
    text = (text + chunk).slice(-50_000);
  });
  const exited = new Promise(resolve => child.once('exit', resolve));
  const kill = endWithUs(child, { group: true });
  await untilReady(url, child, () => text);
  return {
    url,
    log: () => text,
    async reset() {
      const { ok } = await fetch(`${url}/moto-api/reset`, { method: 'POST' });
      if (!ok) {
        throw new Error('the mock of AWS did not forget what it holds');
      }
    },
    async stop() {
      kill();
      await exited;
    },
  };
}
