import {
  githubPullRequest,
  GithubServer,
  sendJson,
  servePullRequests,
  startGithubServer,
} from '../__testUtils__/githubServer';
import { createTestSource, place } from '../__testUtils__/githubSource';
import { GithubPullRequestSource } from './GithubPullRequestSource';

const { signal } = new AbortController();

describe('GithubPullRequestSource', () => {
  let server: GithubServer;
  let source: GithubPullRequestSource;

  beforeEach(async () => {
    server = await startGithubServer();
    source = createTestSource(server);
  });

  afterEach(async () => {
    await server.close();
  });

  it('lists every page with the credentials of the integration', async () => {
    const pullRequests = Array.from({ length: 230 }, (_, index) =>
      githubPullRequest({ number: index + 1 }),
    );
    servePullRequests(server, pullRequests);
    const { items, problem } = await source.list(signal);
    expect(problem).toBeUndefined();
    expect(items).toHaveLength(230);
    expect(items[0]).toEqual({
      id: 'arctiq-commerce/order-service#1',
      place: { ...place, number: 1 },
      updatedAt: new Date('2026-08-02T09:30:00Z'),
    });
    expect(server.requests).toHaveLength(3);
    expect(server.requests[1]).toContain('page=2');
    expect(decodeURIComponent(server.requests[0])).toContain(
      'q=org:arctiq-commerce is:pr is:open',
    );
  });

  it('lists more than the thousand that one search shows', async () => {
    const pullRequests = Array.from({ length: 2150 }, (_, index) =>
      githubPullRequest({
        number: index + 1,
        created_at: new Date(Date.UTC(2026, 0, 1) + index * 60_000)
          .toISOString()
          .replace('.000', ''),
      }),
    );
    servePullRequests(server, pullRequests);
    const { items, problem } = await source.list(signal);
    expect(problem).toBeUndefined();
    expect(new Set(items.map(({ id }) => id)).size).toBe(2150);
  });

  it('gives up on a server that repeats its first page for ever', async () => {
    const item = githubPullRequest({ number: 1 });
    server.behave((_request, response) =>
      sendJson(response, {
        total_count: 5000,
        incomplete_results: false,
        items: [
          {
            ...item,
            repository_url: `${server.apiBaseUrl}/repos/arctiq-commerce/a`,
          },
        ],
      }),
    );
    const { items, problem } = await source.list(signal);
    expect(items).toHaveLength(1);
    expect(problem?.message).toBe(
      'GitHub has more open pull requests than its search can list',
    );
    expect(server.requests.length).toBeLessThanOrEqual(20);
  });

  it('keeps what it listed before a page failed', async () => {
    const pullRequests = Array.from({ length: 150 }, (_, index) =>
      githubPullRequest({ number: index + 1 }),
    );
    servePullRequests(server, pullRequests);
    const first = await fetch(
      `${server.apiBaseUrl}/search/issues?per_page=100&page=1`,
    ).then(response => response.json());
    server.behave((request, response) =>
      request.address.searchParams.get('page') === '1'
        ? sendJson(response, first)
        : sendJson(response, { message: 'Server Error' }, 500),
    );
    const { items, problem } = await source.list(signal);
    expect(items).toHaveLength(100);
    expect(problem?.message).toBe(
      `GitHub at ${server.host} answered 500: Server Error`,
    );
  });

  it('reports items that it cannot understand and keeps the others', async () => {
    server.behave((_request, response) =>
      sendJson(response, {
        total_count: 2,
        incomplete_results: false,
        items: [
          { number: 'seven' },
          {
            number: 8,
            repository_url: `${server.apiBaseUrl}/repos/arctiq-commerce/a`,
            created_at: '2026-08-01T08:00:00Z',
            updated_at: '2026-08-01T08:00:00Z',
          },
        ],
      }),
    );
    const { items, problem } = await source.list(signal);
    expect(items.map(({ id }) => id)).toEqual(['arctiq-commerce/a#8']);
    expect(problem?.message).toBe(
      "1 pull requests in GitHub's listing could not be understood",
    );
  });

  it.each([
    ['that says so itself', { total_count: 0, incomplete_results: true }],
    [
      'that shows none of what it counted',
      { total_count: 12, incomplete_results: false },
    ],
  ])('does not take a listing for complete %s', async (_name, answer) => {
    server.behave((_request, response) =>
      sendJson(response, { ...answer, items: [] }),
    );
    const { problem } = await source.list(signal);
    expect(problem?.message).toBe(
      "GitHub's search answered with only a part of the pull requests",
    );
  });

  it('reads one pull request into our own words', async () => {
    servePullRequests(server, [
      githubPullRequest({
        number: 7,
        repo: 'Arctiq-Commerce/Order-Service',
        draft: true,
        requested_reviewers: [{ login: 'Mei-Tanaka' }],
        requested_teams: [{ slug: 'Orders' }],
      }),
    ]);
    const reading = await source.read(place, undefined, signal);
    expect(reading).toEqual({
      state: 'found',
      etag: '"2026-08-02T09:30:00Z"',
      record: {
        id: 'arctiq-commerce/order-service#7',
        repository: 'Arctiq-Commerce/Order-Service',
        number: 7,
        title: 'Change 7',
        url: 'https://github.test/Arctiq-Commerce/Order-Service/pull/7',
        authorLogin: 'amara-okafor',
        draft: true,
        baseBranch: 'main',
        headBranch: 'feature',
        requestedReviewers: ['mei-tanaka'],
        requestedTeams: ['arctiq-commerce/orders'],
        createdAt: new Date('2026-08-01T08:00:00Z'),
        updatedAt: new Date('2026-08-02T09:30:00Z'),
        closedAt: undefined,
      },
    });
  });

  it('learns from the validator that nothing changed', async () => {
    servePullRequests(server, [githubPullRequest({ number: 7 })]);
    await expect(
      source.read(place, '"2026-08-02T09:30:00Z"', signal),
    ).resolves.toEqual({ state: 'unchanged' });
  });

  it('finds a pull request gone', async () => {
    servePullRequests(server, []);
    await expect(source.read(place, undefined, signal)).resolves.toEqual({
      state: 'gone',
    });
  });

  it('finds it gone from there when the repository was renamed', async () => {
    const renamed = githubPullRequest({
      number: 7,
      repo: 'arctiq-commerce/orders',
    });
    server.behave((_request, response) => sendJson(response, renamed));
    await expect(source.read(place, undefined, signal)).resolves.toEqual({
      state: 'gone',
    });
  });

  it('refuses a link that is none', async () => {
    const evil = githubPullRequest({ number: 7 });
    server.behave((_request, response) =>
      sendJson(response, { ...evil, html_url: 'data:text/html,x' }),
    );
    await expect(source.read(place, undefined, signal)).rejects.toThrow(
      /html_url: /,
    );
  });
});
