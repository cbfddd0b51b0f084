import { startMoto } from '../moto.mjs';
import { terraformEnv } from '../terraform.mjs';
import { startProvider } from '../terraform/provider.mjs';

/**
 * Something that can run Terraform: a mock of AWS and a provider of its own,
 * both started when they are first needed.
 */
export class Worker {
  #moto;
  #provider;

  async moto() {
    this.#moto ??= await startMoto();
    return this.#moto;
  }

  /**
   * Environment for one module at a time.
   *
   * @param options.dataDir - where Terraform keeps what it fetched
   * @param options.shared - false where a configuration needs a provider
   *   process for each of its `provider` blocks
   */
  async env({ dataDir, shared = true }) {
    const { url } = await this.moto();
    const own = terraformEnv({ AWS_ENDPOINT_URL: url });
    if (shared) {
      if (!this.#provider?.alive) {
        this.#provider = await startProvider(own);
      }
    }
    return {
      ...(shared ? this.#provider.env : own),
      TF_DATA_DIR: dataDir,
    };
  }

  async stop() {
    await Promise.all([this.#moto?.stop(), this.#provider?.stop()]);
  }
}

/** Hands the items out to the workers, each of which does one at a time. */
export async function shareOut(items, count, work) {
  const queue = [...items];
  const workers = Array.from(
    { length: Math.min(count, items.length) },
    () => new Worker(),
  );
  try {
    await Promise.all(
      workers.map(async worker => {
        while (queue.length > 0) {
          await work(queue.shift(), worker);
        }
      }),
    );
  } finally {
    await Promise.all(workers.map(worker => worker.stop()));
  }
}
