import { startTestSandbox, TestSandbox } from '../__testUtils__/testSandbox';
import { faultInput, FaultList } from './faults';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

function faultList(fault: Record<string, unknown>): FaultList {
  const faults = new FaultList();
  faults.add(faultInput.parse({ upstream: 'github', mode: 'error', ...fault }));
  return faults;
}

describe('fault list', () => {
  it.each([
    [{}, 'GET', '/anything', true],
    [{ method: 'post' }, 'POST', '/x', true],
    [{ method: 'POST' }, 'GET', '/x', false],
    [{ path: '/orgs/acme/repos' }, 'POST', '/api/v3/orgs/acme/repos', true],
    [{ path: '/api/v3/orgs' }, 'POST', '/api/v3/orgs/acme/repos', true],
    [{ path: '/repos' }, 'POST', '/api/v3/orgs/acme/repos', false],
    [{ path: '^/repos/[^/]+/x' }, 'GET', '/api/v3/repos/acme/x', true],
    [{ path: '^/repos/x' }, 'GET', '/api/v3/repos/acme/x', false],
    [
      { path: '^/.*git-receive-pack' },
      'POST',
      '/a/b.git/git-receive-pack',
      true,
    ],
  ])('%j and %s %s: %s', (fault, method, path, expected) => {
    const hit = faultList(fault).take('github', method, path);
    expect(hit !== undefined).toBe(expected);
  });

  it('lets some through, hits some and is spent', () => {
    const faults = faultList({ after: 2, times: 2 });
    const hits = [1, 2, 3, 4, 5].map(
      () => faults.take('github', 'GET', '/') !== undefined,
    );
    expect(hits).toEqual([false, false, true, true, false]);
    expect(faults.list()).toMatchObject([{ seen: 5, hits: 2 }]);
  });

  it.each([
    { mode: 'nonsense' },
    { mode: 'error', upstream: 'gitlab' },
    { mode: 'error', path: '^(' },
    { mode: 'error', times: 0 },
    { mode: 'error', status: 42 },
    { mode: 'error', unknown: true },
  ])('refuses %j', fault => {
    expect(faultInput.safeParse({ upstream: 'github', ...fault }).success).toBe(
      false,
    );
  });
});

describe('faults of a running sandbox', () => {
  let sandbox: TestSandbox;
  const target = () => `${sandbox.api}/repos/acme/shop`;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(async () => {
    await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it.each(['down', 'reset'])('%s breaks the connection', async mode => {
    await sandbox.fault({ mode, times: 1 });
    await expect(
      fetch(target()).then(response => response.text()),
    ).rejects.toThrow();
    expect((await fetch(target())).status).toBe(200);
  });

  it('slow answers late, and right', async () => {
    await sandbox.fault({ mode: 'slow', delayMs: 300 });
    const startedAt = Date.now();
    const response = await fetch(target());
    expect(response.status).toBe(200);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(290);
  });

  it('hang never answers', async () => {
    await sandbox.fault({ mode: 'hang' });
    await expect(
      fetch(target(), { signal: AbortSignal.timeout(300) }),
    ).rejects.toThrow(/timeout/);
  });

  it('rate limits say when to come back', async () => {
    await sandbox.fault({ mode: 'rate-limited', delayMs: 2000, times: 1 });
    const primary = await fetch(target());
    expect(primary.status).toBe(403);
    expect(primary.headers.get('x-ratelimit-remaining')).toBe('0');
    const reset = Number(primary.headers.get('x-ratelimit-reset'));
    expect(reset).toBeGreaterThan(Date.now() / 1000);
    await sandbox.fault({
      mode: 'secondary-rate-limited',
      status: 429,
      delayMs: 2000,
    });
    const secondary = await fetch(target());
    expect(secondary.status).toBe(429);
    expect(secondary.headers.get('retry-after')).toBe('2');
    expect((await secondary.json()).message).toMatch(/secondary rate limit/);
  });

  it('error, html and truncated answer wrongly', async () => {
    await sandbox.fault({ mode: 'error', status: 503, times: 1 });
    const error = await fetch(target());
    expect(error.status).toBe(503);
    expect(await error.json()).toMatchObject({ message: 'Server Error' });
    await sandbox.fault({ mode: 'html', times: 1 });
    const html = await fetch(target());
    expect(html.status).toBe(200);
    expect(await html.text()).toMatch(/^<!DOCTYPE html>/);
    await sandbox.fault({ mode: 'truncated', times: 1 });
    const truncated = await fetch(target());
    expect(truncated.status).toBe(200);
    const text = await truncated.text();
    expect(text.length).toBeGreaterThan(100);
    expect(() => JSON.parse(text)).toThrow();
  });

  it.each([
    ['error', 500],
    ['down', undefined],
    ['reset', undefined],
    ['rate-limited', 403],
  ])(
    '%s after the effect leaves the repository behind',
    async (mode, status) => {
      await sandbox.fault({
        mode,
        applied: true,
        method: 'POST',
        path: '/orgs/acme/repos',
        times: 1,
      });
      const name = `left-by-${mode}`;
      const create = () =>
        fetch(`${sandbox.api}/orgs/acme/repos`, {
          method: 'POST',
          headers: { authorization: 'token portal-token' },
          body: JSON.stringify({ name }),
        });
      const answer = await create()
        .then(
          async response => {
            await response.text();
            return response.status;
          },
          () => undefined,
        )
        .catch(() => undefined);
      expect(answer).toBe(status);
      expect((await fetch(`${sandbox.api}/repos/acme/${name}`)).status).toBe(
        200,
      );
      expect((await create()).status).toBe(422);
    },
  );

  it('adds, shows and removes faults', async () => {
    const { id } = await sandbox.fault({ mode: 'error', path: '/user' });
    const base = `${sandbox.url}/_sandbox/faults`;
    const one = await fetch(`${base}/${id}`);
    expect(await one.json()).toMatchObject({ id, mode: 'error', hits: 0 });
    const list = await (await fetch(base)).json();
    expect(list.items).toHaveLength(1);
    expect((await fetch(`${base}/${id}`, { method: 'DELETE' })).status).toBe(
      204,
    );
    expect((await fetch(`${base}/${id}`)).status).toBe(404);
    await expect(sandbox.fault({ mode: 'nonsense' })).rejects.toThrow(/mode/);
  });

  it('is not steered by pages of other sites', async () => {
    const response = await fetch(`${sandbox.url}/_sandbox/reset`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
    });
    expect(response.status).toBe(403);
  });

  it('holds faults that the environment names from the start', async () => {
    const faulty = await startTestSandbox({
      fault: JSON.stringify({ upstream: 'github', mode: 'error', status: 502 }),
    });
    expect((await fetch(`${faulty.api}/repos/acme/shop`)).status).toBe(502);
    const health = await fetch(`${faulty.url}/_sandbox/health`);
    expect(await health.json()).toMatchObject({
      status: 'ok',
      repositories: 3,
    });
    await faulty.stop();
  });
});
