import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { metrics } from '@opentelemetry/api';
import { readAddress } from './readAddress';
import { startMetrics, type RunningMetrics } from './startMetrics';

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = http.createServer();
  const port = await listen(server);
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

async function read(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(response.status).toBe(200);
  return response.text();
}

describe('startMetrics', () => {
  let running: RunningMetrics;
  let server: http.Server;
  let port: number;
  let serverPort: number;

  beforeAll(async () => {
    port = await freePort();
    running = await startMetrics({ host: '127.0.0.1', port });
    server = http.createServer((request, response) => {
      if (request.url === '/api/scaffolder/stream') {
        response.setHeader('content-type', 'text/event-stream');
      }
      response.statusCode = request.url?.startsWith('/api/slo') ? 503 : 200;
      // As Express does below a mounted router.
      request.url = '/';
      response.end('x');
    });
    serverPort = await listen(server);
    for (const url of [
      '/api/catalog/entities',
      '/api/catalog/entities?filter=x',
      '/api/slo/v1/gate',
      '/api/scaffolder/stream',
      '/api/%63atalog/secret-path',
    ]) {
      await (await fetch(`http://127.0.0.1:${serverPort}${url}`)).text();
    }
  });

  afterAll(async () => {
    await running.stop();
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it('measures what the process answers, by part and status', async () => {
    const text = await read(port);
    const counts = text
      .split('\n')
      .filter(line => line.startsWith('http_server_request_duration_count'));
    const of = (route: string, status: string) =>
      counts
        .find(
          line =>
            line.includes(`http_route="${route}"`) &&
            line.includes(`http_response_status_code="${status}"`),
        )
        ?.split(' ')
        .at(-1);
    expect(of('catalog', '200')).toBe('2');
    expect(of('slo', '503')).toBe('1');
    expect(of('other', '200')).toBe('1');
    expect(of('scaffolder', '200')).toBeUndefined();
    expect(text).not.toContain('secret-path');
    expect(text).not.toContain('filter');
  });

  it('leaves its own readers out', async () => {
    await read(port);
    expect(await read(port)).not.toContain('http_route="page"');
  });

  it('measures what the process asks others, without what it asked', async () => {
    const text = await read(port);
    expect(text).toMatch(
      /http_client_request_duration_count\{[^}]*server_address="127\.0\.0\.1"[^}]*\}/,
    );
    expect(text).not.toContain('url_full');
  });

  it('counts what could not be asked at all', async () => {
    const nobody = await freePort();
    await expect(fetch(`http://localhost:${nobody}/x`)).rejects.toThrow();
    expect(await read(port)).toMatch(
      /http_client_request_duration_count\{server_address="localhost",error_type="[^"]+"/,
    );
  });

  it('takes metrics of the backend in steps of seconds', async () => {
    metrics
      .getMeter('backstage-plugin-slo')
      .createHistogram('backend_tasks.task.runs.duration', { unit: 'seconds' })
      .record(90, { taskId: 'measure', result: 'completed' });
    const text = await read(port);
    expect(text).toMatch(
      /backend_tasks_task_runs_duration_bucket\{[^}]*taskId="measure"[^}]*le="120"\} 1/,
    );
    expect(text).toMatch(
      /backend_tasks_task_runs_duration_bucket\{[^}]*taskId="measure"[^}]*le="60"\} 0/,
    );
  });

  it('watches the event loop', async () => {
    const text = await read(port);
    expect(text).toContain('nodejs_eventloop_utilization');
  });

  it('says when the address is taken', async () => {
    await expect(
      startMetrics({ host: '127.0.0.1', port: serverPort }),
    ).rejects.toThrow(/EADDRINUSE/);
  });
});

describe('readAddress', () => {
  it('is off unless a port is given', () => {
    expect(readAddress({})).toBeUndefined();
    expect(readAddress({ PORTAL_METRICS_PORT: '' })).toBeUndefined();
    expect(readAddress({ PORTAL_METRICS_HOST: '0.0.0.0' })).toBeUndefined();
  });

  it('stays on this machine unless a host is given', () => {
    expect(readAddress({ PORTAL_METRICS_PORT: '9464' })).toEqual({
      host: '127.0.0.1',
      port: 9464,
    });
    expect(
      readAddress({
        PORTAL_METRICS_PORT: '9464',
        PORTAL_METRICS_HOST: '10.0.0.7',
      }),
    ).toEqual({ host: '10.0.0.7', port: 9464 });
  });

  it.each(['x', '0', '70000', '94 64', '-1', '1e3'])(
    'refuses the port %s',
    port => {
      expect(() => readAddress({ PORTAL_METRICS_PORT: port })).toThrow(
        /PORTAL_METRICS_PORT must be a port/,
      );
    },
  );
});
