import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';
import { validatingFetch } from '../../__testUtils__/validatingFetch';
import { matchesTag } from './etag';
import { linkHeader } from './pagination';
import { RateLimiter } from './rateLimit';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('pagination', () => {
  const url = new URL('http://x/api/v3/orgs/a/repos?per_page=10&sort=pushed');

  it('links only where there is more', () => {
    expect(linkHeader(url, { page: 1, perPage: 10 }, 10)).toBeUndefined();
    expect(linkHeader(url, { page: 1, perPage: 10 }, 11)).toBe(
      '<http://x/api/v3/orgs/a/repos?per_page=10&sort=pushed&page=2>; rel="next", <http://x/api/v3/orgs/a/repos?per_page=10&sort=pushed&page=2>; rel="last"',
    );
    const last = linkHeader(url, { page: 2, perPage: 10 }, 11);
    expect(last).toMatch(/page=1>; rel="prev"/);
    expect(last).toMatch(/page=1>; rel="first"/);
    expect(last).not.toMatch(/rel="next"/);
  });
});

describe('entity tags', () => {
  it.each([
    ['W/"a"', true],
    ['"a"', true],
    ['"b", W/"a"', true],
    ['*', true],
    ['"b"', false],
    ['', false],
    [undefined, false],
  ])('matches %s: %s', (header, expected) => {
    expect(matchesTag(header, 'W/"a"')).toBe(expected);
  });
});

describe('rate limiter', () => {
  it('counts per caller and resource until the window ends', () => {
    let now = 1_000_000;
    const limiter = new RateLimiter(
      { authenticated: 2, anonymous: 1, search: 3 },
      () => now,
    );
    expect(limiter.take('a', true, 'core')).toBe(true);
    expect(limiter.take('a', true, 'core')).toBe(true);
    expect(limiter.take('a', true, 'core')).toBe(false);
    expect(limiter.take('b', false, 'core')).toBe(true);
    expect(limiter.take('b', false, 'core')).toBe(false);
    expect(limiter.take('a', true, 'search')).toBe(true);
    expect(limiter.state('a', true, 'core')).toEqual({
      limit: 2,
      used: 2,
      remaining: 0,
      reset: (1_000_000 + 3_600_000) / 1000,
      resource: 'core',
    });
    limiter.giveBack('a', 'core');
    expect(limiter.state('a', true, 'core').remaining).toBe(1);
    now += 3_600_000;
    expect(limiter.state('a', true, 'core').remaining).toBe(2);
  });
});

describe('who may do what', () => {
  let sandbox: TestSandbox;
  const get = (path: string, headers: Record<string, string> = {}) =>
    validatingFetch(`${sandbox.api}${path}`, { headers });

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it.each([
    ['token portal-token', 200],
    ['Bearer portal-token', 200],
    ['bearer portal-token', 200],
    [`Basic ${btoa('x-access-token:portal-token')}`, 200],
    [`Basic ${btoa('portal-token:')}`, 200],
    [`Basic ${btoa('portal-token:x-oauth-basic')}`, 200],
    ['token wrong', 401],
    ['Bearer', 401],
    ['Basic !!!', 401],
    [`Basic ${btoa('amara:wrong')}`, 401],
    ['Digest portal-token', 401],
  ])('%s answers %i', async (authorization, status) => {
    const response = await get('/user', { authorization });
    expect(response.status).toBe(status);
    const answer = status === 401 ? 'Bad credentials' : 'arctiq-portal-bot';
    expect(await response.text()).toContain(answer);
  });

  it('hides what somebody may not see', async () => {
    const tokens = {
      portal: 'portal-token',
      daniel: await sandbox.tokenFor('daniel'),
      amara: await sandbox.tokenFor('amara'),
    };
    const status = async (path: string, token?: string) =>
      (await get(path, token ? { authorization: `token ${token}` } : {}))
        .status;
    const vault = '/repos/acme/vault';
    expect(await status(vault)).toBe(404);
    expect(await status(vault, tokens.amara)).toBe(404);
    expect(await status(vault, tokens.daniel)).toBe(200);
    expect(await status(vault, tokens.portal)).toBe(200);
    const museum = '/repos/acme/museum';
    expect(await status(museum)).toBe(404);
    expect(await status(museum, tokens.daniel)).toBe(200);
    expect(await status('/repos/acme/shop')).toBe(200);
    expect(await status('/user')).toBe(401);
    expect(await status('/orgs/acme/hooks', tokens.daniel)).toBe(404);
  });

  it.each([
    ['nobody', undefined, 401],
    ['a reader', 'daniel', 403],
  ])('lets %s change nothing', async (_, login, status) => {
    const client = login
      ? sandbox.client(await sandbox.tokenFor(login))
      : sandbox.anonymous();
    const shop = { owner: 'acme', repo: 'shop' };
    const attempts = [
      () => client.rest.repos.update({ ...shop, description: 'x' }),
      () => client.rest.repos.delete(shop),
      () => client.rest.repos.replaceAllTopics({ ...shop, names: [] }),
      () => client.rest.git.deleteRef({ ...shop, ref: 'heads/goodbye' }),
      () =>
        client.rest.repos.createOrUpdateFileContents({
          ...shop,
          path: 'x',
          message: 'x',
          content: '',
        }),
      () => client.rest.pulls.merge({ ...shop, pull_number: 1 }),
      () =>
        client.rest.repos.createWebhook({
          ...shop,
          config: { url: 'http://127.0.0.1:9/' },
        }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ status });
    }
    const after = await sandbox.client().rest.repos.get(shop);
    expect(after.data.description).toBe('The shop');
  });

  it('lets nobody write to an archived repository', async () => {
    await expect(
      sandbox.client().rest.repos.createOrUpdateFileContents({
        owner: 'acme',
        repo: 'museum',
        path: 'x',
        message: 'x',
        content: '',
      }),
    ).rejects.toMatchObject({ status: 403, message: /archived/ });
  });

  it('speaks to browsers', async () => {
    const preflight = await fetch(`${sandbox.api}/repos/acme/shop`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:7007',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,x-github-api-version',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toMatch(
      /PUT/,
    );
    expect(
      preflight.headers.get('access-control-allow-headers')?.toLowerCase(),
    ).toMatch(/authorization.*x-github-api-version/);
    const answer = await get('/repos/acme/shop');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const missing = await get('/repos/acme/nope');
    expect(missing.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${sandbox.api}/repos/acme/shop`, {
      method: 'HEAD',
    });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100);
    expect(await response.text()).toBe('');
  });
});

describe('rate limits of the API', () => {
  it('counts, spares conditional requests, and refuses', async () => {
    const sandbox = await startTestSandbox({
      rateLimit: { authenticated: 4, anonymous: 2, search: 3 },
    });
    const get = (path: string, headers: Record<string, string> = {}) =>
      validatingFetch(`${sandbox.api}${path}`, {
        headers: { authorization: 'token portal-token', ...headers },
      });
    const first = await get('/repos/acme/shop');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('x-ratelimit-remaining')).toBe('3');
    expect(first.headers.get('x-github-request-id')).toMatch(/^[0-9A-F]{16}$/);
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      const again = await get('/repos/acme/shop', { 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('x-ratelimit-remaining')).toBe('3');
    }
    for (const remaining of ['2', '1', '0']) {
      const answer = await get('/repos/acme/shop');
      expect(answer.headers.get('x-ratelimit-remaining')).toBe(remaining);
    }
    const refused = await get('/repos/acme/shop');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      message: expect.stringMatching(/^API rate limit exceeded for user ID/),
      documentation_url: expect.stringContaining('rate-limiting'),
    });
    expect(refused.headers.get('x-ratelimit-reset')).toMatch(/^\d+$/);
    const { resources } = await (await get('/rate_limit')).json();
    expect(resources.core.remaining).toBe(0);
    expect(resources.search.remaining).toBe(3);
    const anonymous = () => fetch(`${sandbox.api}/repos/acme/shop`);
    expect((await anonymous()).status).toBe(200);
    expect((await anonymous()).status).toBe(200);
    expect((await anonymous()).status).toBe(403);
    await sandbox.stop();
  });
});
