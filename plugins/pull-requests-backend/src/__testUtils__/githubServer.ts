import http from 'node:http';
import { AddressInfo } from 'node:net';

/** What the server does with a request, by its own account. */
export type Behaviour = (
  request: http.IncomingMessage & { address: URL },
  response: http.ServerResponse,
) => void;

/** A server that speaks like GitHub, as far as a test tells it to. */
export interface GithubServer {
  host: string;
  apiBaseUrl: string;
  /** Method, path and query of every request so far. */
  requests: string[];
  /** Takes over the answering of all requests that follow. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Starts the server on a free port of the loopback interface. */
export async function startGithubServer(): Promise<GithubServer> {
  const requests: string[] = [];
  let behaviour: Behaviour = (_request, response) =>
    sendJson(response, { message: 'Not Found' }, 404);
  const server = http.createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://github.test');
    requests.push(`${request.method} ${address.pathname}${address.search}`);
    behaviour(Object.assign(request, { address }), response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    apiBaseUrl: `http://127.0.0.1:${port}/api/v3`,
    requests,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Answers with JSON as GitHub does. */
export function sendJson(
  response: http.ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...headers,
    })
    .end(JSON.stringify(body));
}

/** A pull request as GitHub describes it, shortened to what has a meaning here. */
export function githubPullRequest(
  overrides: Record<string, unknown> & { number: number; repo?: string },
) {
  const { repo = 'arctiq-commerce/order-service', ...rest } = overrides;
  return {
    id: 1_000_000_000_000 + overrides.number,
    state: 'open',
    title: `Change ${overrides.number}`,
    html_url: `https://github.test/${repo}/pull/${overrides.number}`,
    user: { login: 'Amara-Okafor', id: 1, type: 'User' },
    draft: false,
    head: { ref: 'feature', sha: 'a'.repeat(40) },
    base: { ref: 'main', sha: 'b'.repeat(40), repo: { full_name: repo } },
    requested_reviewers: [],
    requested_teams: [],
    created_at: '2026-08-01T08:00:00Z',
    updated_at: '2026-08-02T09:30:00Z',
    closed_at: null,
    ...rest,
  };
}

/** The same pull request as the search for issues describes it. */
export function githubSearchItem(
  pullRequest: ReturnType<typeof githubPullRequest>,
  apiBaseUrl: string,
) {
  return {
    id: 2_000_000_000_000 + pullRequest.number,
    number: pullRequest.number,
    state: 'open',
    title: pullRequest.title,
    repository_url: `${apiBaseUrl}/repos/${pullRequest.base.repo.full_name}`,
    created_at: pullRequest.created_at,
    updated_at: pullRequest.updated_at,
    pull_request: { html_url: pullRequest.html_url },
  };
}

/**
 * Makes the server answer searches and readings of these pull requests. The
 * search shows at most a thousand, as GitHub's does, and understands
 * `created:>=`.
 */
export function servePullRequests(
  server: GithubServer,
  pullRequests: Array<ReturnType<typeof githubPullRequest>>,
): void {
  server.behave((request, response) => {
    const { pathname, searchParams } = request.address;
    if (pathname === '/api/v3/search/issues') {
      const from = /created:>=(\S+)/.exec(searchParams.get('q') ?? '')?.[1];
      const hits = pullRequests
        .filter(({ state }) => state === 'open')
        .filter(({ created_at }) => !from || created_at >= from)
        .sort((a, b) => a.created_at.localeCompare(b.created_at));
      const size = Number(searchParams.get('per_page'));
      const start = (Number(searchParams.get('page')) - 1) * size;
      if (start >= 1000) {
        sendJson(response, { message: 'Only the first 1000' }, 422);
        return;
      }
      sendJson(response, {
        total_count: hits.length,
        incomplete_results: false,
        items: hits
          .slice(start, start + size)
          .map(hit => githubSearchItem(hit, server.apiBaseUrl)),
      });
      return;
    }
    const hit = pullRequests.find(
      ({ number, base }) =>
        pathname.toLowerCase() ===
        `/api/v3/repos/${base.repo.full_name}/pulls/${number}`.toLowerCase(),
    );
    const etag = `"${hit?.updated_at}"`;
    if (!hit) {
      sendJson(response, { message: 'Not Found' }, 404);
    } else if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
    } else {
      sendJson(response, hit, 200, { etag });
    }
  });
}
