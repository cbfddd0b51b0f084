import {
  json,
  matrix,
  startFakePrometheus,
} from './__testUtils__/fakePrometheus';

const { signal } = new AbortController();
const range = { from: 1_795_262_400, to: 1_795_263_000 };
const series = {
  metric: { job: 'a' },
  values: [
    [range.from + 300, '1'],
    [range.to, 'NaN'],
  ] as [number, string][],
};

describe('PrometheusClient', () => {
  let server: Awaited<ReturnType<typeof startFakePrometheus>>;

  beforeEach(async () => {
    server = await startFakePrometheus((_, response) =>
      json(response, matrix([series])),
    );
  });

  afterEach(() => server.stop());

  it('asks for the ends of slices by a form', async () => {
    const answer = await server.client().atSlices('sum(x)', range, signal);
    expect(answer).toEqual({
      series: [
        {
          labels: { job: 'a' },
          ...{ times: [range.from + 300, range.to], values: [1, NaN] },
        },
      ],
      warnings: [],
    });
    const [{ path, method, form, headers }] = server.seen;
    expect(path).toBe('/prometheus/api/v1/query_range');
    expect(method).toBe('POST');
    expect(headers['content-type']).toMatch(
      /^application\/x-www-form-urlencoded/,
    );
    expect(Object.fromEntries(form)).toEqual({
      ...{ query: 'sum(x)', step: '300', timeout: '5s' },
      ...{ start: String(range.from + 300), end: String(range.to) },
    });
  });

  it.each([
    ['nothing', { kind: 'none' as const }, undefined],
    ['a token', { kind: 'bearer' as const, token: 't' }, 'Bearer t'],
    [
      'a password',
      { kind: 'basic' as const, username: 'u', password: 'p' },
      'Basic dTpw',
    ],
  ])('proves who it is by %s', async (_, auth, expected) => {
    await server
      .client({ auth, tenant: 'shop|web' })
      .samples('x[5m]', 1, signal);
    expect(server.seen[0].headers.authorization).toBe(expected);
    expect(server.seen[0].headers['x-scope-orgid']).toBe('shop|web');
  });

  it('lets Thanos give no half answers', async () => {
    await server.client({ flavour: 'thanos' }).samples('x[5m]', 60, signal);
    expect(Object.fromEntries(server.seen[0].form)).toMatchObject({
      ...{ time: '60', partial_response: 'false', dedup: 'true' },
      max_source_resolution: '0s',
    });
  });

  it('asks for no more than 11,000 points at once', async () => {
    const from = 0;
    const to = 25_000 * 300;
    await server.client().atSlices('x', { from, to }, signal);
    const asked = server.seen.map(({ form }) => [
      Number(form.get('start')) / 300,
      Number(form.get('end')) / 300,
    ]);
    expect(asked).toEqual([
      [1, 11_000],
      [11_001, 22_000],
      [22_001, 25_000],
    ]);
  });

  it('asks no more at once than it may', async () => {
    const waiting: (() => void)[] = [];
    server.current.handler = (_, response) => {
      waiting.push(() => json(response, matrix([])));
      if (waiting.length === 2) {
        waiting.splice(0).forEach(answer => answer());
      }
    };
    const client = server.client({ concurrency: 2 });
    await Promise.all(
      Array.from({ length: 10 }, () => client.samples('x[5m]', 1, signal)),
    );
    expect(server.most()).toBe(2);
  });

  it('carries warnings through', async () => {
    server.current.handler = (_, response) =>
      json(
        response,
        matrix([], { warnings: ['store b is down'], infos: ['i'] }),
      );
    const answer = await server.client().atSlices('x', range, signal);
    expect(answer.warnings).toEqual(['store b is down']);
  });

  it('does not wait for a server that hangs, nor asks it again', async () => {
    server.current.handler = () => {};
    const client = server.client({ timeoutMs: 50 });
    await expect(client.atSlices('x', range, signal)).rejects.toMatchObject({
      kind: 'unreachable',
      message: "Server 'main' gave no complete answer within 0.05 s.",
    });
    expect(server.seen).toHaveLength(1);
  });

  it('says when nobody listens', async () => {
    const client = server.client();
    await server.stop();
    await expect(client.atSlices('x', range, signal)).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(client.waits).toEqual([500, 1000]);
  });

  it.each([
    [429, { 'retry-after': '3' }, [3000, 3000]],
    [429, { 'retry-after': '86400' }, [10_000, 10_000]],
    [503, {}, [500, 1000]],
    [400, {}, []],
    [422, {}, []],
    [401, {}, []],
  ])('after %s %j waits %j', async (status, headers, waits) => {
    server.current.handler = (_, response) => {
      response.writeHead(status, headers).end('no');
    };
    const client = server.client();
    await expect(client.atSlices('x', range, signal)).rejects.toThrow(
      String(status),
    );
    expect(client.waits).toEqual(waits);
    expect(server.seen).toHaveLength(waits.length + 1);
  });

  it('goes on when a second attempt succeeds', async () => {
    server.current.handler = (_, response) =>
      server.seen.length === 1
        ? response.writeHead(503).end()
        : json(response, matrix([series]));
    const answer = await server.client().atSlices('x', range, signal);
    expect(answer.series).toHaveLength(1);
  });

  it('stops when the run is ended', async () => {
    const controller = new AbortController();
    server.current.handler = () => controller.abort();
    await expect(
      server.client().atSlices('x', range, controller.signal),
    ).rejects.toThrow('the run was ended');
  });

  it.each([
    ['15d', 1_296_000],
    [undefined, undefined],
  ])('reads a retention of %s once', async (storageRetention, expected) => {
    server.current.handler = (_, response) =>
      json(response, { status: 'success', data: { storageRetention } });
    const client = server.client();
    await expect(client.retention(signal)).resolves.toBe(expected);
    await expect(client.retention(signal)).resolves.toBe(expected);
    expect(server.seen.map(({ path, method }) => `${method} ${path}`)).toEqual([
      'GET /prometheus/api/v1/status/runtimeinfo',
    ]);
  });

  it('does without the retention that Mimir does not tell', async () => {
    server.current.handler = (_, response) =>
      response.writeHead(404).end('none');
    await expect(server.client().retention(signal)).resolves.toBeUndefined();
  });
});
