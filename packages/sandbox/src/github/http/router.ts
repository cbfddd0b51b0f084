import { GithubError, notFound } from './errors';
import { ApiHandler, Route } from './types';

interface CompiledRoute {
  method: string;
  pattern: RegExp;
  names: string[];
  handler: ApiHandler;
}

function compile({ operation, handler }: Route): CompiledRoute {
  const [method, template] = operation.split(' ');
  const names: string[] = [];
  const source = template
    .split(/(\{[a-z_]+\+?\})/)
    .map(part => {
      const match = /^\{([a-z_]+)(\+?)\}$/.exec(part);
      if (!match) {
        return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      }
      names.push(match[1]);
      return match[2] ? '(.+)' : '([^/]+)';
    })
    .join('');
  return { method, pattern: new RegExp(`^${source}$`), names, handler };
}

/** What a path of the API leads to. */
export interface RouteMatch {
  handler: ApiHandler;
  params: Record<string, string>;
}

/** Finds the operation for a method and a path; the first that fits wins. */
export class Router {
  readonly #routes: CompiledRoute[];

  constructor(routes: Route[]) {
    this.#routes = routes.map(compile);
  }

  /**
   * @param path - below `/api/v3`, undecoded
   * @throws GithubError 404 for a path with malformed escapes, 501 for an
   * operation that the sandbox does not have
   */
  match(method: string, path: string): RouteMatch {
    const wanted = method === 'HEAD' ? 'GET' : method;
    for (const route of this.#routes) {
      const match = route.method === wanted && route.pattern.exec(path);
      if (match) {
        const params: Record<string, string> = {};
        for (const [index, name] of route.names.entries()) {
          params[name] = decode(match[index + 1]);
        }
        return { handler: route.handler, params };
      }
    }
    throw new GithubError(
      501,
      `the sandbox does not implement ${method} ${path}`,
    );
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}
