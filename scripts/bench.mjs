import { spawn } from 'node:child_process';
import { inRoot } from './lib/paths.mjs';
import { main } from './lib/output.mjs';
import { prepare } from './lib/prepare.mjs';
import { ensureNode, toolchainEnv } from './lib/toolchain.mjs';

// The benchmarks import TypeScript, which needs the portal's own Node.
await main(async () => {
  await prepare();
  const child = spawn(
    ensureNode(),
    [
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      inRoot('scripts/bench/all.mjs'),
      ...process.argv.slice(2),
    ],
    { cwd: inRoot(), env: toolchainEnv(), stdio: 'inherit' },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise(resolve => child.on('close', code => resolve(code ?? 1)));
});
