import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** The service as a process of its own, started as in the image. */
async function startProcess(
  t: TestContext,
  environment: Record<string, string>,
) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('./telemetry.js', import.meta.url).href,
      here('./main.js'),
    ],
    {
      env: {
        HOST: '127.0.0.1',
        PORT: String(port),
        MANAGEMENT_PORT: String(await freePort()),
        ...environment,
      },
    },
  );
  t.after(() => child.kill('SIGKILL'));
  const ended = new Promise<number | null>(resolve =>
    child.once('close', code => resolve(code)),
  );
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => (output.text += chunk));
  }
  return { child, ended, output, url: `http://127.0.0.1:${port}` };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(`${url}/ready`).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await sleep(50);
  }
  throw new Error('the service was not ready within 5 s');
}

test('spans are exported, and logs carry the trace of the caller', async t => {
  const paths: string[] = [];
  const collector = createServer((request, response) => {
    paths.push(request.url ?? '');
    request.resume().on('end', () => response.end());
  }).listen(0, '127.0.0.1');
  t.after(() => collector.close());
  await new Promise(resolve => collector.once('listening', resolve));
  const { port } = collector.address() as AddressInfo;

  const { child, ended, output, url } = await startProcess(t, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  });
  await untilReady(url);
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const { status } = await fetch(`${url}/api/v1/info`, {
    headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
  });
  assert.equal(status, 200);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);

  const lines = output.text
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line));
  assert.ok(
    lines.some(
      line => line.trace_id === traceId && line.res?.statusCode === 200,
    ),
  );
  assert.deepEqual([...new Set(paths)], ['/v1/traces']);
});

test('a bad variable stops the start and is named', async t => {
  const { ended, output } = await startProcess(t, { LOG_LEVEL: 'loud' });
  assert.equal(await ended, 78);
  assert.match(output.text, /LOG_LEVEL must be one of fatal, error/);
});
