import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../lib/ports.mjs';
import { tail } from '../lib/run.mjs';
import { read } from './files.mjs';

/** Arguments of Node in the image's ENTRYPOINT. */
function entrypoint(folder) {
  const [, json] = read(folder, 'Dockerfile').match(/^ENTRYPOINT (\[.*\])$/m);
  return JSON.parse(json).slice(1);
}

/** A rendered and built service as a process of its own, started as in its image. */
export class ServiceProcess {
  output = '';

  /** Starts it on free ports of the loopback address and waits until it is ready. */
  static async start(folder, environment = {}) {
    const service = new ServiceProcess();
    const [port, managementPort] = [await freePort(), await freePort()];
    service.url = `http://127.0.0.1:${port}`;
    service.managementAddress = `127.0.0.1:${managementPort}`;
    service.child = spawn(process.execPath, entrypoint(folder), {
      cwd: folder,
      env: {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        MANAGEMENT_PORT: String(managementPort),
        ...environment,
      },
    });
    service.exited = new Promise(resolve =>
      service.child.once('close', (code, signal) => resolve({ code, signal })),
    );
    for (const stream of [service.child.stdout, service.child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        service.output += text;
      });
    }
    await service.#untilReady();
    return service;
  }

  async #untilReady() {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const response = await fetch(`${this.url}/ready`).catch(() => undefined);
      if (response?.ok) {
        return;
      }
      if (this.child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`it was not ready:\n${tail(this.output, 15)}`);
      }
      await sleep(50);
    }
  }

  /** The exposition of its management port. */
  async metrics() {
    const response = await fetch(`http://${this.managementAddress}/metrics`);
    return response.text();
  }

  /** Ends it at once, if it still runs. */
  async kill() {
    this.child.kill('SIGKILL');
    await this.exited;
  }
}
