import { Agent, fetch, type Response } from 'undici';
import { QueryError } from './errors';
import type { PrometheusServerConfig } from './PrometheusServerConfig';
import { errorAnswerSchema } from './schema';

/** An answer is JSON of at most this size; fifty SLOs over a day are 3 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
const PASSING = new Set([429, 502, 503, 504]);

/** Sends single requests to a server, and says precisely what went wrong. */
export class PrometheusHttp {
  readonly #server: PrometheusServerConfig;
  readonly #agent: Agent;
  readonly #maxBytes: number;

  constructor(server: PrometheusServerConfig, options?: { maxBytes?: number }) {
    this.#server = server;
    this.#maxBytes = options?.maxBytes ?? MAX_BYTES;
    this.#agent = new Agent({
      connections: server.concurrency,
      connect: server.ca ? { ca: server.ca } : {},
    });
  }

  /**
   * Sends a request.
   *
   * @param form - sent in the body by POST, because queries are long; a request
   *   without form is a GET
   * @returns the JSON of the answer
   * @throws QueryError
   */
  async request(
    path: string,
    form: Record<string, string> | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { name, url, timeoutMs } = this.#server;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${url}${path}`, {
        method: form ? 'POST' : 'GET',
        headers: this.#headers(),
        body: form && new URLSearchParams(form),
        redirect: 'error',
        dispatcher: this.#agent,
        signal: AbortSignal.any([signal, timeout]),
      });
      return this.#read(response, await this.#body(response));
    } catch (error) {
      if (error instanceof QueryError) {
        throw error;
      }
      if (signal.aborted) {
        throw this.#error(
          'was not asked to the end, because the run was ended',
        );
      }
      throw timeout.aborted
        ? this.#error(`gave no complete answer within ${timeoutMs / 1000} s`)
        : new QueryError(
            `Server '${name}' could not be reached: ${findCause(error)}.`,
            { kind: 'unreachable', retryable: true },
          );
    }
  }

  #error(what: string): QueryError {
    return new QueryError(`Server '${this.#server.name}' ${what}.`, {
      kind: 'unreachable',
    });
  }

  #headers(): Record<string, string> {
    const { auth, tenant } = this.#server;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (tenant !== undefined) {
      headers['x-scope-orgid'] = tenant;
    }
    if (auth.kind === 'bearer') {
      headers.authorization = `Bearer ${auth.token}`;
    } else if (auth.kind === 'basic') {
      const pair = Buffer.from(`${auth.username}:${auth.password}`);
      headers.authorization = `Basic ${pair.toString('base64')}`;
    }
    return headers;
  }

  async #body(response: Response): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > this.#maxBytes) {
        throw new QueryError(
          `Server '${this.#server.name}' gave an answer of more than ${
            this.#maxBytes
          } bytes.`,
          { kind: 'too-much' },
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  #read(response: Response, text: string): unknown {
    const { status } = response;
    const body = parseJson(text);
    const said = errorAnswerSchema.safeParse(body);
    if (said.success) {
      const { errorType, error } = said.data;
      throw this.#failure(status, `${errorType}: ${error}`, response);
    }
    if (status >= 400) {
      throw this.#failure(status, shorten(text), response);
    }
    if (body === undefined) {
      const kind = text.trimStart().startsWith('<')
        ? 'HTML instead of JSON (is the address right, or does a login page stand before it?)'
        : 'JSON that is cut off or damaged';
      throw this.#error(`answered ${kind}`);
    }
    return body;
  }

  #failure(status: number, said: string, response: Response): QueryError {
    const { name } = this.#server;
    const message = `Server '${name}' answered ${status}${
      said && ` (${said})`
    }.`;
    if (status === 401 || status === 403) {
      return new QueryError(
        `${message} Check the credentials and the tenant of slo.prometheus.servers.`,
        { kind: 'denied' },
      );
    }
    if (status === 422 || status === 413) {
      return new QueryError(message, { kind: 'too-much' });
    }
    if (status === 400) {
      return new QueryError(message, { kind: 'refused' });
    }
    const after = Number(response.headers.get('retry-after'));
    return new QueryError(message, {
      kind: 'unreachable',
      retryable: PASSING.has(status),
      retryAfter: after > 0 ? after : undefined,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}...` : line;
}

/** Fetch says "fetch failed"; what a person needs to know is in its cause. */
function findCause(error: unknown): string {
  const { message, cause } = error as {
    message?: string;
    cause?: { message?: string; code?: string };
  };
  return cause?.message || cause?.code || message || String(error);
}
