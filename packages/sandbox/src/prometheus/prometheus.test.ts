import { prometheusToken } from '../__testUtils__/testSandbox';
import {
  companyNow,
  startCompanySandbox,
} from '../__testUtils__/companySandbox';

// Real servers: slow machines need patience.
jest.setTimeout(60_000);

type Sandbox = Awaited<ReturnType<typeof startCompanySandbox>>;

const now = companyNow.getTime() / 1000;
const requests =
  'http_server_request_duration_seconds_count{job="order-service"}';
const rates = `sum by (job) (rate(${requests}[5m]))`;

describe('the Prometheus upstream', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startCompanySandbox();
  });
  afterEach(async () => {
    await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  function ask(
    path: string,
    parameters: Record<string, string> = {},
    init: RequestInit = {},
  ) {
    const query = new URLSearchParams(parameters);
    return fetch(`${sandbox.url}/prometheus/api/v1${path}?${query}`, {
      ...init,
      headers: { authorization: `Bearer ${prometheusToken}`, ...init.headers },
    });
  }

  async function answer(path: string, parameters: Record<string, string> = {}) {
    const response = await ask(path, parameters);
    return { code: response.status, ...(await response.json()) };
  }

  it('answers instant queries: a vector, a scalar, raw samples', async () => {
    const vector = await answer('/query', { query: rates });
    expect(vector).toMatchObject({
      code: 200,
      status: 'success',
      data: {
        resultType: 'vector',
        result: [
          {
            metric: { job: 'order-service' },
            value: [now, expect.stringMatching(/^\d+\.\d+$/)],
          },
        ],
      },
    });
    const scalar = await answer('/query', {
      query: '1 / 0',
      time: '1700000000.5',
    });
    expect(scalar.data).toEqual({
      resultType: 'scalar',
      result: [1700000000.5, '+Inf'],
    });
    const raw = await answer('/query', { query: `${requests}[65s]` });
    expect(raw.data.resultType).toBe('matrix');
    expect(raw.data.result.length).toBeGreaterThan(10);
    for (const { metric, values } of raw.data.result) {
      expect(metric).toMatchObject({
        job: 'order-service',
        namespace: 'orders',
        region: expect.any(String),
        instance: expect.any(String),
      });
      for (const [time, value] of values) {
        expect(time).toBeGreaterThan(now - 65);
        expect(time).toBeLessThanOrEqual(now);
        expect(value).toMatch(/^\d+$/);
      }
    }
  });

  it('answers range queries by form, with one value per step', async () => {
    const body = new URLSearchParams({
      query: rates,
      start: String(now - 3600),
      end: String(now),
      step: '300',
    });
    const response = await ask('/query_range', {}, { method: 'POST', body });
    const { data } = await response.json();
    expect(data.resultType).toBe('matrix');
    expect(data.result).toHaveLength(1);
    const times = data.result[0].values.map(([time]: [number, string]) => time);
    expect(times).toEqual(
      Array.from({ length: 13 }, (_, index) => now - 3600 + index * 300),
    );
  });

  it('tells nothing of the future and leaves out steps without a value', async () => {
    const { data } = await answer('/query_range', {
      query: requests,
      start: String(now - 60),
      end: String(now + 3600),
      step: '30',
    });
    const times = data.result.flatMap(
      ({ values }: { values: Array<[number, string]> }) =>
        values.map(([time]) => time),
    );
    // A sample stands for five minutes.
    expect(Math.max(...times)).toBeLessThan(now + 300);
  });

  it.each([
    ['/query', {}, 400, 'bad_data'],
    ['/query', { query: 'sum(' }, 400, 'bad_data'],
    ['/query', { query: 'up', time: 'yesterday' }, 400, 'bad_data'],
    ['/query', { query: 'topk(3, up)' }, 422, 'execution'],
    ['/query', { query: 'histogram_quantile(0.9, up)' }, 422, 'execution'],
    ['/query', { query: 'up', limit: '-1' }, 400, 'bad_data'],
    ['/query_range', { query: 'up' }, 400, 'bad_data'],
    [
      '/query_range',
      { query: 'up', start: '10', end: '5', step: '1' },
      400,
      'bad_data',
    ],
    [
      '/query_range',
      { query: 'up', start: '0', end: '5', step: '0' },
      400,
      'bad_data',
    ],
    [
      '/query_range',
      { query: 'up[5m]', start: '0', end: '5', step: '1' },
      400,
      'bad_data',
    ],
    [
      '/query_range',
      { query: 'up', start: '0', end: '11001', step: '1' },
      400,
      'bad_data',
    ],
    ['/series', {}, 400, 'bad_data'],
    ['/series', { 'match[]': 'sum(up)' }, 400, 'bad_data'],
    ['/rules', {}, 404, 'not_found'],
  ])('%s refuses %j with %s %s', async (path, parameters, code, errorType) => {
    const refused = await answer(path, parameters as Record<string, string>);
    expect(refused).toMatchObject({
      code,
      status: 'error',
      errorType,
      error: expect.any(String),
    });
  });

  it('takes 11,001 points and no more', async () => {
    const { code } = await answer('/query_range', {
      query: 'vector(1)',
      start: '0',
      end: '11000',
      step: '1',
    });
    expect(code).toBe(200);
  });

  it.each([[undefined], ['Bearer wrong'], [`Basic ${prometheusToken}`]])(
    'asks for its token, not for %s',
    async authorization => {
      const response = await fetch(
        `${sandbox.url}/prometheus/api/v1/query?query=1`,
        {
          headers: authorization ? { authorization } : {},
        },
      );
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    },
  );

  it('describes its series', async () => {
    const series = await answer('/series', { 'match[]': 'probe_success' });
    expect(series.data).toHaveLength(2);
    const few = await answer('/series', { 'match[]': requests, limit: '3' });
    expect(few).toMatchObject({
      data: { length: 3 },
      warnings: [expect.any(String)],
    });
    const labels = await answer('/labels', { 'match[]': requests });
    expect(labels.data).toEqual([
      '__name__',
      'instance',
      'job',
      'method',
      'namespace',
      'pod',
      'region',
      'route',
      'status_code',
    ]);
    const values = await answer('/label/region/values', {
      'match[]': requests,
    });
    expect(values.data).toEqual(['eu-west-1', 'us-east-1']);
    const names = await answer('/label/__name__/values');
    expect(names.data).toContain('browser_page_loads_total');
    const metadata = await answer('/metadata', { metric: 'probe_success' });
    expect(metadata.data).toEqual({
      probe_success: [{ type: 'gauge', help: '', unit: '' }],
    });
    const info = await answer('/status/runtimeinfo');
    expect(info.data.storageRetention).toBe('95d');
    const build = await answer('/status/buildinfo');
    expect(build.data.version).toMatch(/^3\./);
  });

  it('truncates a vector to the limit, and says so', async () => {
    const all = await answer('/query', { query: requests, limit: '2' });
    expect(all.data.result).toHaveLength(2);
    expect(all.warnings).toEqual(['results truncated due to limit']);
  });

  it.each([
    [{ mode: 'error', status: 503 }, 503, { errorType: 'timeout' }],
    [{ mode: 'error', status: 422 }, 422, { errorType: 'execution' }],
    [
      { mode: 'nan' },
      200,
      { data: { result: [{ value: [expect.any(Number), 'NaN'] }] } },
    ],
    [{ mode: 'partial' }, 200, { warnings: [expect.any(String)] }],
  ])('with the fault %j', async (fault, code, body) => {
    await sandbox.fault({
      upstream: 'prometheus',
      path: '/api/v1/query',
      ...fault,
    });
    expect(await answer('/query', { query: rates })).toMatchObject({
      code,
      ...body,
    });
    // Other upstreams stay well.
    expect((await fetch(`${sandbox.api}/meta`)).status).toBe(200);
  });

  it('with faults that break the answer', async () => {
    await sandbox.fault({ upstream: 'prometheus', mode: 'html', times: 1 });
    expect(await (await ask('/query', { query: '1' })).text()).toMatch(
      /^<!DOCTYPE html>/,
    );
    await sandbox.fault({
      upstream: 'prometheus',
      mode: 'truncated',
      times: 1,
    });
    const text = await (await ask('/query', { query: rates })).text();
    expect(() => JSON.parse(text)).toThrow();
    await sandbox.fault({ upstream: 'prometheus', mode: 'hang', times: 1 });
    await expect(
      ask('/query', { query: '1' }, { signal: AbortSignal.timeout(200) }),
    ).rejects.toThrow(/timeout/);
  });

  it('lets something break when asked, and keeps it through a restart', async () => {
    const errors =
      'sum(increase(http_server_request_duration_seconds_count{job="tax-service",status_code=~"5.."}[1h]))';
    const value = async () =>
      Number(
        (await answer('/query', { query: errors })).data.result[0]?.value[1] ??
          0,
      );
    const before = await value();
    const post = (body: unknown) =>
      fetch(`${sandbox.url}/_sandbox/incidents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const added = await post({
      component: 'tax-service',
      aspect: 'availability',
      spends: 0.3,
      minutesAgo: 50,
      minutes: 40,
    });
    expect(added.status).toBe(201);
    const after = await value();
    expect(after).toBeGreaterThan(before * 10 + 100);
    await sandbox.restart();
    expect(await value()).toBe(after);
    const refused = await post({
      component: 'tax-service',
      aspect: 'beauty',
      spends: 1,
    });
    expect(await refused.json()).toEqual({
      message:
        'tax-service has no promise "beauty", but availability, latency, correctness.',
    });
    const slos = await (await fetch(`${sandbox.url}/_sandbox/slos`)).json();
    expect(slos.items.length).toBeGreaterThan(180);
  });

  it('measures a service a few minutes after somebody created it', async () => {
    const query =
      'sum(rate(http_server_request_duration_seconds_count{job="gift-service"}[5m]))';
    await sandbox.client().rest.repos.createInOrg({
      org: 'arctiq-commerce',
      name: 'gift-service',
      auto_init: true,
    });
    expect((await answer('/query', { query })).data.result).toEqual([]);
    sandbox.clock.now = new Date(companyNow.getTime() + 15 * 60_000);
    const { data } = await answer('/query', { query });
    sandbox.clock.now = companyNow;
    expect(Number(data.result[0].value[1])).toBeGreaterThan(0);
  });
});
