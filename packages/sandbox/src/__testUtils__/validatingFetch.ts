import { githubDescription } from './githubDescription';

const api = '/api/v3';

/** What differed from GitHub's description so far; tests expect it empty. */
export const differences: string[] = [];

async function readBody(response: Response): Promise<unknown> {
  const text = await response.clone().text();
  const type = response.headers.get('content-type') ?? '';
  if (text === '') {
    return undefined;
  }
  return type.startsWith('application/json') ? JSON.parse(text) : text;
}

/** The media type that was asked for; JSON of all kinds is sent as JSON. */
function mediaTypeOf(response: Response): string {
  const param = /param=(\w+); format=json/.exec(
    response.headers.get('x-github-media-type') ?? '',
  )?.[1];
  return param
    ? `application/vnd.github.${param}`
    : response.headers.get('content-type') ?? '';
}

/** The path as the description has it, where a root folder has a path too. */
function apiPath(url: URL): string {
  const path = url.pathname.slice(api.length) || '/';
  return path.endsWith('/contents') ? `${path}/.` : path;
}

/**
 * `fetch` that checks every answer of the REST API against GitHub's description
 * and throws when it differs.
 */
export async function validatingFetch(
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  // A redirect is an answer too; the caller follows it.
  const response = await fetch(input, {
    ...init,
    redirect: init?.redirect ?? 'manual',
  });
  const url = new URL(input instanceof Request ? input.url : String(input));
  const method =
    init?.method ?? (input instanceof Request ? input.method : 'GET');
  if (!url.pathname.startsWith(api) || method === 'HEAD') {
    return response;
  }
  try {
    githubDescription().check(
      method.toUpperCase(),
      apiPath(url),
      response.status,
      mediaTypeOf(response),
      await readBody(response),
    );
  } catch (error) {
    // Octokit turns what fetch throws into an answer with status 500, which a
    // test might expect; what is kept here cannot be overlooked.
    differences.push((error as Error).message);
    throw error;
  }
  if (init?.redirect === undefined && response.status === 302) {
    return fetch(new URL(response.headers.get('location') ?? '', url), init);
  }
  return response;
}
