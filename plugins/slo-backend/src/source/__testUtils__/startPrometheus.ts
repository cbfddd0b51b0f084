import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/**
 * Where an outside program is, installed if need be; or why it cannot be had.
 */
export function findTool(name: string): { path: string } | { reason: string } {
  const root = resolvePackagePath('@arctiq/plugin-slo-backend', '../..');
  const resolver = path.join(root, 'scripts/tools/resolve.mjs');
  const script = `
    const { resolveTool } = await import(${JSON.stringify(
      pathToFileURL(resolver),
    )});
    try {
      console.log('\\n' + JSON.stringify({ path: await resolveTool(${JSON.stringify(
        name,
      )}) }));
    } catch (error) {
      console.log('\\n' + JSON.stringify({ reason: error.message }));
    }`;
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
}

/**
 * Starts a real Prometheus whose database holds the given samples.
 *
 * @param options - `openMetrics`: samples with their times
 */
export async function startPrometheus(options: {
  prometheus: string;
  promtool: string;
  openMetrics: string;
}) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'slo-prometheus-'));
  const input = path.join(home, 'history.txt');
  const data = path.join(home, 'data');
  writeFileSync(input, options.openMetrics);
  writeFileSync(path.join(home, 'prometheus.yml'), 'scrape_configs: []\n');
  execFileSync(
    options.promtool,
    [
      ...['tsdb', 'create-blocks-from', '--max-block-duration=384h'],
      ...['openmetrics', input, data],
    ],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const server = spawn(
    options.prometheus,
    [
      `--config.file=${path.join(home, 'prometheus.yml')}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=20y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--query.max-samples=100000000',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-10_000);
      if (log.includes('Server is ready to receive web requests')) {
        resolve();
      }
    });
    server.once('exit', () =>
      reject(new Error(`Prometheus did not start:\n${log}`)),
    );
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
