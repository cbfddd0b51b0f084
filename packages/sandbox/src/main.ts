import { catalogRepositories } from './catalog';
import { readConfig } from './config';
import { createModel } from './model';
import { readProduct } from './product/readProduct';
import { Sandbox, startSandbox } from './server';

function fail(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox({
      config,
      model: createModel({ now: new Date() }),
      seed: urls =>
        catalogRepositories(createModel({ now: new Date() }), {
          ...urls,
          product: config.productDir
            ? readProduct(config.productDir)
            : undefined,
        }),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      fail(
        `Port ${config.port} of ${config.host} is taken. End the process that listens there, or set SANDBOX_PORT to another port.`,
        2,
      );
    }
    throw error;
  }
  process.stdout.write(`sandbox ready ${sandbox.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      sandbox.stop().then(
        () => process.exit(0),
        error => fail(`The sandbox did not stop cleanly: ${error}`, 1),
      );
    });
  }
}

main().catch(error =>
  fail(error instanceof Error ? error.message : String(error), 1),
);
