import { timingSafeEqual } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { readForm } from '../control/readForm';
import { answerQuery, answerRange } from './answers';
import { ApiError } from './ApiError';
import {
  answerLabels,
  answerMetadata,
  answerSeries,
  answerValues,
} from './metadata';
import { PromqlError } from './promql/errors';
import { RETENTION_DAYS, type Telemetry } from './telemetry/Telemetry';

/** Where the upstream begins. */
export const prometheusPath = '/prometheus';

const api = `${prometheusPath}/api/v1`;

const codes: Record<string, number> = {
  bad_data: 400,
  execution: 422,
  canceled: 503,
  timeout: 503,
  unavailable: 503,
  not_found: 404,
  not_acceptable: 406,
  internal: 500,
};

export interface PrometheusOptions {
  /** Token that requests must carry. */
  token: string;
  telemetry: () => Telemetry;
  now: () => Date;
  logError: (message: string, error: unknown) => void;
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Prometheus' HTTP API over the series of the model. */
export class PrometheusServer {
  readonly #startedAt = new Date();

  constructor(private readonly options: PrometheusOptions) {}

  /** Answers a request below `/prometheus`; never throws. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    let status = 200;
    let body: Record<string, unknown>;
    try {
      this.#authenticate(request);
      const parameters = await readForm(request, url);
      body = { status: 'success', ...this.#answer(request, url, parameters) };
    } catch (error) {
      const refusal = this.#refusal(request, error);
      status = refusal.status ?? codes[refusal.errorType] ?? 500;
      if (refusal.status === 401) {
        response.setHeader('www-authenticate', 'Bearer');
      }
      body = {
        status: 'error',
        errorType: refusal.errorType,
        error: refusal.message,
      };
    }
    this.#send(request, response, status, JSON.stringify(body));
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    text: string,
  ): void {
    const zipped =
      text.length > 2048 &&
      /\bgzip\b/.test(String(request.headers['accept-encoding']));
    const data = zipped ? gzipSync(text, { level: 1 }) : Buffer.from(text);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': data.length,
      ...(zipped && { 'content-encoding': 'gzip' }),
    });
    response.end(request.method === 'HEAD' ? undefined : data);
  }

  #authenticate(request: IncomingMessage): void {
    const [scheme, token = ''] = (request.headers.authorization ?? '').split(
      ' ',
    );
    if (
      scheme.toLowerCase() !== 'bearer' ||
      !equal(token, this.options.token)
    ) {
      throw new ApiError(
        'unauthorized',
        'the bearer token is absent or not the one of PROMETHEUS_TOKEN',
        401,
      );
    }
  }

  #refusal(request: IncomingMessage, error: unknown): ApiError {
    if (error instanceof ApiError) {
      return error;
    }
    if (error instanceof PromqlError) {
      return new ApiError(error.errorType, error.message);
    }
    this.options.logError(`${request.method} ${request.url} failed`, error);
    return new ApiError('internal', 'the sandbox failed; its log says why');
  }

  #answer(
    { method }: IncomingMessage,
    { pathname }: URL,
    parameters: URLSearchParams,
  ): Record<string, unknown> {
    const now = this.options.now();
    const question = {
      telemetry: this.options.telemetry().at(now.getTime()),
      parameters,
      now: now.getTime(),
    };
    const isPost = method === 'POST';
    if (method !== 'GET' && method !== 'HEAD' && !isPost) {
      throw new ApiError('bad_data', `${method} is not allowed`, 405);
    }
    const path = pathname.slice(api.length);
    switch (pathname.startsWith(api) ? path : '') {
      case '/query':
        return answerQuery(question);
      case '/query_range':
        return answerRange(question);
      case '/series':
        return answerSeries(question);
      case '/labels':
        return answerLabels(question);
      case '/metadata':
        return answerMetadata(question);
      case '/status/runtimeinfo':
        return {
          data: {
            startTime: this.#startedAt.toISOString(),
            CWD: '/',
            reloadConfigSuccess: true,
            lastConfigTime: this.#startedAt.toISOString(),
            corruptionCount: 0,
            goroutineCount: 1,
            GOMAXPROCS: 1,
            GOGC: '',
            GODEBUG: '',
            storageRetention: `${RETENTION_DAYS}d`,
          },
        };
      case '/status/buildinfo':
        return {
          data: {
            version: '3.5.0',
            revision: 'sandbox',
            branch: 'HEAD',
            buildUser: 'arctiq-sandbox',
            buildDate: '',
            goVersion: '',
          },
        };
      default: {
        const label = /^\/label\/([^/]+)\/values$/.exec(path)?.[1];
        if (label && !isPost) {
          return answerValues(question, decodeURIComponent(label));
        }
        throw new ApiError(
          'not_found',
          `the sandbox does not implement ${method} ${pathname}`,
        );
      }
    }
  }
}
