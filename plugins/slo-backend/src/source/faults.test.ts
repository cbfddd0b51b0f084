import {
  json,
  matrix,
  refusal,
  startFakePrometheus,
  type Handler,
} from './__testUtils__/fakePrometheus';

const { signal } = new AbortController();
const range = { from: 1_795_262_400, to: 1_795_263_000 };

describe('faults of a server', () => {
  let server: Awaited<ReturnType<typeof startFakePrometheus>>;

  beforeEach(async () => {
    server = await startFakePrometheus((_, response) =>
      json(response, matrix([])),
    );
  });

  afterEach(() => server.stop());

  const faults: [string, Handler, object][] = [
    [
      'a wrong query',
      (_, r) => json(r, refusal('bad_data', 'parse error'), 400),
      {
        kind: 'refused',
        message: "Server 'main' answered 400 (bad_data: parse error).",
      },
    ],
    [
      'too many samples',
      (_, r) => json(r, refusal('execution', 'too many samples'), 422),
      {
        kind: 'too-much',
        message: expect.stringContaining('too many samples'),
      },
    ],
    [
      'a server that is overloaded',
      (_, r) => json(r, refusal('timeout', 'query timed out'), 503),
      {
        kind: 'unreachable',
        message: expect.stringContaining('503 (timeout: query timed out)'),
      },
    ],
    [
      'an error that says 200',
      (_, r) => json(r, refusal('internal', 'broken'), 200),
      {
        kind: 'unreachable',
        message: expect.stringContaining('internal: broken'),
      },
    ],
    [
      'a gateway with a page',
      (_, r) => r.writeHead(502).end('<html><h1>Bad Gateway</h1></html>'),
      {
        kind: 'unreachable',
        message: "Server 'main' answered 502 (Bad Gateway).",
      },
    ],
    [
      'a login page',
      (_, r) => r.end('<!DOCTYPE html><p>Sign in</p>'),
      {
        kind: 'unreachable',
        message: expect.stringContaining('HTML instead of JSON'),
      },
    ],
    [
      'a redirect to a login page',
      (_, r) => r.writeHead(302, { location: '/login' }).end(),
      {
        kind: 'unreachable',
        message: expect.stringContaining('could not be reached'),
      },
    ],
    [
      'half an answer',
      (_, r) => r.end('{"status":"success","data":{"resultType":"mat'),
      {
        kind: 'unreachable',
        message: expect.stringContaining('cut off or damaged'),
      },
    ],
    [
      'a connection that breaks',
      (_, r) => {
        r.writeHead(200, { 'content-length': '1000' });
        r.write('{"status":');
        r.socket?.destroy();
      },
      { kind: 'unreachable' },
    ],
    [
      'an empty answer',
      (_, r) => r.end(),
      {
        kind: 'unreachable',
        message: expect.stringContaining('cut off or damaged'),
      },
    ],
    [
      'another kind of result',
      (_, r) =>
        json(r, {
          status: 'success',
          data: { resultType: 'scalar', result: [1, '2'] },
        }),
      {
        kind: 'unreachable',
        message: expect.stringContaining('data.resultType'),
      },
    ],
    [
      'a value that is no number',
      (_, r) => json(r, matrix([{ metric: {}, values: [[1, 'many']] }])),
      {
        kind: 'unreachable',
        message: expect.stringContaining('"many"] is no sample with a number'),
      },
    ],
    [
      'a native histogram',
      (_, r) =>
        json(r, {
          status: 'success',
          data: {
            resultType: 'matrix',
            result: [{ metric: {}, histograms: [[1, {}]] }],
          },
        }),
      { kind: 'refused', message: expect.stringContaining('native histogram') },
    ],
    [
      'a wrong password',
      (_, r) => r.writeHead(401).end('no'),
      {
        kind: 'denied',
        message: expect.stringContaining('Check the credentials'),
      },
    ],
    [
      'an answer without end',
      (_, r) => {
        r.write('['.repeat(3000));
      },
      {
        kind: 'too-much',
        message: expect.stringContaining('more than 2000 bytes'),
      },
    ],
  ];

  it.each(faults)(
    'says what is wrong with %s',
    async (_, handler, expected) => {
      server.current.handler = handler;
      const client = server.client({}, { maxBytes: 2000 });
      await expect(client.atSlices('x', range, signal)).rejects.toMatchObject({
        ...{ name: 'QueryError', ...expected },
      });
    },
  );
});
