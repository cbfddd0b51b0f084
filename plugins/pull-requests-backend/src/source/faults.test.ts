import {
  GithubServer,
  sendJson,
  startGithubServer,
} from '../__testUtils__/githubServer';
import { createTestSource, place } from '../__testUtils__/githubSource';
import { RateLimitedError } from './errors';
import { GithubPullRequestSource } from './GithubPullRequestSource';

const { signal } = new AbortController();

describe('GithubPullRequestSource with a server in trouble', () => {
  let server: GithubServer;
  let source: GithubPullRequestSource;

  beforeEach(async () => {
    server = await startGithubServer();
    source = createTestSource(server);
  });

  afterEach(async () => {
    await server.close();
  });

  const limits: Array<[string, number, Record<string, string>, string]> = [
    ['seconds', 429, { 'retry-after': '90' }, '2026-08-31T12:01:30.000Z'],
    [
      'a date',
      429,
      { 'retry-after': 'Mon, 31 Aug 2026 12:05:00 GMT' },
      '2026-08-31T12:05:00.000Z',
    ],
    [
      'the reset of the primary limit',
      403,
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.UTC(2026, 7, 31, 12, 30) / 1000),
      },
      '2026-08-31T12:30:00.000Z',
    ],
    ['nothing at all', 429, {}, '2026-08-31T12:01:00.000Z'],
    ['nonsense', 429, { 'retry-after': 'soon' }, '2026-08-31T12:01:00.000Z'],
    ['ages', 429, { 'retry-after': '999999' }, '2026-08-31T13:00:00.000Z'],
  ];
  it.each(limits)(
    'waits as long as a rate limit asks: %s',
    async (_name, status, headers, retryAt) => {
      server.behave((_request, response) =>
        sendJson(response, { message: 'Slow down' }, status, headers),
      );
      const { items, problem } = await source.list(signal);
      expect(items).toEqual([]);
      expect(problem).toBeInstanceOf(RateLimitedError);
      expect((problem as RateLimitedError).retryAt.toISOString()).toBe(retryAt);
      await expect(
        source.read(place, undefined, signal),
      ).rejects.toBeInstanceOf(RateLimitedError);
    },
  );

  const faults: Array<[string, Parameters<GithubServer['behave']>[0], RegExp]> =
    [
      [
        'a web page with status 200',
        (_request, response) => {
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end('<html><h1>Sign in</h1></html>');
        },
        /answered something else than/,
      ],
      [
        'truncated JSON',
        (_request, response) => {
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end('{"total_count": 3, "items": [{"num');
        },
        /answered something else than/,
      ],
      [
        'a web page with status 502',
        (_request, response) => {
          response
            .writeHead(502, { 'content-type': 'text/html' })
            .end(`<html><b>Bad gateway</b>${'x'.repeat(5000)}</html>`);
        },
        /answered 502: Bad gateway x{100,150}…$/,
      ],
      [
        'a refusal of the token',
        (_request, response) =>
          sendJson(response, { message: 'Bad credentials' }, 401),
        /answered 401: Bad credentials; check the token in integrations.github$/,
      ],
      [
        'a connection that breaks',
        (_request, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write('{"total_count": 3');
          setTimeout(() => response.destroy(), 20);
        },
        /could not be reached: /,
      ],
    ];
  it.each(faults)('survives %s', async (_name, behaviour, message) => {
    server.behave(behaviour);
    const { items, problem } = await source.list(signal);
    expect(items).toEqual([]);
    expect(problem?.message).toMatch(message);
    expect(problem?.message).not.toContain('secret-token');
    await expect(source.read(place, undefined, signal)).rejects.toThrow(
      message,
    );
  });

  it('gives up on a server that never answers', async () => {
    server.behave(() => undefined);
    const impatient = createTestSource(server, 400);
    const { items, problem } = await impatient.list(signal);
    expect(items).toEqual([]);
    expect(problem?.message).toMatch(
      /could not be reached: no complete answer within 0\.4 s$/,
    );
    await expect(impatient.read(place, undefined, signal)).rejects.toThrow(
      /no complete answer within 0\.4 s$/,
    );
  });

  it('refuses an answer that would fill the memory', async () => {
    server.behave((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      for (let i = 0; i < 12; i++) {
        response.write(chunk);
      }
      response.end('{}');
    });
    const { problem } = await source.list(signal);
    expect(problem?.message).toMatch(/longer than 10485760 bytes/);
  });

  it('says that the server cannot be reached', async () => {
    await server.close();
    const { problem } = await source.list(signal);
    expect(problem?.message).toMatch(
      /^GitHub at 127\.0\.0\.1:\d+ could not be reached: connect ECONNREFUSED/,
    );
  });
});
