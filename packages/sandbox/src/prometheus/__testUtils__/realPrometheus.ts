import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Labels, Samples } from '../promql/series';

const run = promisify(execFile);
const resolver = path.resolve(
  __dirname,
  '../../../../../scripts/tools/resolve.mjs',
);

/** A Prometheus server with some series in it. */
export interface RealPrometheus {
  url: string;
  /** Major version, which decides how ranges begin. */
  major: number;
  stop: () => Promise<void>;
}

/** The program, installed where that is possible; undefined with a reason when not. */
export async function findPrometheus(): Promise<
  { program: string } | { reason: string }
> {
  const script = `import { resolveTool } from ${JSON.stringify(
    pathToFileURL(resolver).href,
  )}; process.stdout.write(\`\\n\${await resolveTool('prometheus')}\`);`;
  try {
    const { stdout } = await run(process.execPath, [
      '--input-type=module',
      '--eval',
      script,
    ]);
    return { program: stdout.trim().split('\n').pop() ?? '' };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}

function openMetrics(
  series: Array<{ labels: Labels; samples: Samples }>,
): string {
  const lines: string[] = [];
  const names = [...new Set(series.map(({ labels }) => labels.__name__))];
  for (const name of names) {
    lines.push(`# TYPE ${name} unknown`);
    for (const { labels, samples } of series) {
      if (labels.__name__ !== name) {
        continue;
      }
      const text = Object.entries(labels)
        .filter(([label]) => label !== '__name__')
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(',');
      for (const [index, time] of samples.times.entries()) {
        lines.push(
          `${name}{${text}} ${samples.values[index]} ${(time / 1000).toFixed(
            3,
          )}`,
        );
      }
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const response = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error('Prometheus did not become ready.');
    }
    await sleep(50);
  }
}

/** Starts a Prometheus that holds the given samples and scrapes nothing. */
export async function startPrometheus(
  program: string,
  series: Array<{ labels: Labels; samples: Samples }>,
): Promise<RealPrometheus> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prometheus-test-'));
  const data = path.join(folder, 'data');
  const file = path.join(folder, 'series.txt');
  const config = path.join(folder, 'prometheus.yml');
  fs.writeFileSync(file, openMetrics(series));
  fs.writeFileSync(config, 'scrape_configs: []\n');
  await run(path.join(path.dirname(program), 'promtool'), [
    ...['tsdb', 'create-blocks-from', 'openmetrics', file, data],
  ]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    program,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=50y',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: 'ignore' },
  );
  await untilReady(url, child);
  const info = await fetch(`${url}/api/v1/status/buildinfo`);
  const { data: build } = (await info.json()) as { data: { version: string } };
  return {
    url,
    major: Number(build.version.split('.')[0]),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'close');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
