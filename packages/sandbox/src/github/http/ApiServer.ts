import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Github } from '../Github';
import { authenticate } from './auth';
import { readJson } from './body';
import { allowOrigins, answerPreflight } from './cors';
import { GithubError } from './errors';
import { entityTag, matchesTag } from './etag';
import {
  rateLimitExceeded,
  rateLimitHeaders,
  RateLimitResource,
} from './rateLimit';
import { Router } from './router';
import { ApiRequest, ApiResponse, Viewer } from './types';

const versions = ['2022-11-28', '2026-03-10'];

function resourceOf(path: string): RateLimitResource {
  if (path === '/search/code') {
    return 'code_search';
  }
  return path.startsWith('/search/') ? 'search' : 'core';
}

/** Serves the REST API: who asks, how often, what, and in which form. */
export class ApiServer {
  readonly #router: Router;

  constructor(private readonly github: Github, router: Router) {
    this.#router = router;
  }

  /** Answers a request below `/api/v3`; never throws. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    allowOrigins(response);
    if (request.method === 'OPTIONS') {
      answerPreflight(response);
      return;
    }
    const path = url.pathname.slice('/api/v3'.length) || '/';
    const version = request.headers['x-github-api-version'];
    response.setHeader(
      'x-github-request-id',
      randomBytes(8).toString('hex').toUpperCase(),
    );
    response.setHeader('x-github-media-type', 'github.v3; format=json');
    response.setHeader(
      'x-github-api-version-selected',
      String(version ?? versions[0]),
    );
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('vary', 'Accept, Authorization, Origin');
    let viewer: Viewer | undefined;
    try {
      viewer = authenticate(this.github.store, request.headers.authorization);
      if (version && !versions.includes(String(version))) {
        throw new GithubError(
          400,
          `Version "${version}" is not supported. Supported versions: ${versions.join(
            ', ',
          )}.`,
        );
      }
      const answer = await this.#answer(request, response, url, path, viewer);
      this.#send(request, response, answer, path, viewer);
    } catch (error) {
      this.#sendError(request, response, error);
    }
  }

  #caller(request: IncomingMessage, viewer: Viewer | undefined): string {
    return viewer
      ? `user ${viewer.id}`
      : `address ${request.socket.remoteAddress}`;
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    path: string,
    viewer: Viewer | undefined,
  ): Promise<ApiResponse> {
    const { limiter } = this.github;
    const caller = this.#caller(request, viewer);
    const resource = resourceOf(path);
    const admitted =
      path === '/rate_limit' ||
      limiter.take(caller, viewer !== undefined, resource);
    const state = limiter.state(caller, viewer !== undefined, resource);
    for (const [name, value] of Object.entries(rateLimitHeaders(state))) {
      response.setHeader(name, value);
    }
    if (!admitted) {
      throw rateLimitExceeded(viewer, request.socket.remoteAddress ?? '');
    }
    const method = request.method ?? 'GET';
    const { handler, params } = this.#router.match(method, path);
    const apiRequest: ApiRequest = {
      method,
      path,
      params,
      query: url.searchParams,
      headers: request.headers,
      body:
        method === 'GET' || method === 'HEAD'
          ? undefined
          : await readJson(request),
      viewer,
      caller,
    };
    return handler(apiRequest);
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    answer: ApiResponse,
    path: string,
    viewer: Viewer | undefined,
  ): void {
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      response.setHeader(name, value);
    }
    const text =
      answer.raw?.data ??
      (answer.body === undefined ? '' : JSON.stringify(answer.body));
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && answer.status === 200) {
      const tag = entityTag(answer.raw?.type ?? 'json', text);
      response.setHeader('etag', tag);
      response.setHeader('cache-control', 'private, no-cache');
      if (matchesTag(request.headers['if-none-match'], tag)) {
        this.#notModified(request, response, path, viewer);
        return;
      }
    }
    if (answer.status !== 204 && answer.status !== 302) {
      response.setHeader(
        'content-type',
        answer.raw?.type ?? 'application/json; charset=utf-8',
      );
      response.setHeader('content-length', Buffer.byteLength(text));
    }
    response.writeHead(answer.status);
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  #notModified(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    viewer: Viewer | undefined,
  ): void {
    const { limiter } = this.github;
    const caller = this.#caller(request, viewer);
    const resource = resourceOf(path);
    if (path !== '/rate_limit') {
      limiter.giveBack(caller, resource);
    }
    const state = limiter.state(caller, viewer !== undefined, resource);
    for (const [name, value] of Object.entries(rateLimitHeaders(state))) {
      response.setHeader(name, value);
    }
    response.writeHead(304);
    response.end();
  }

  #sendError(
    request: IncomingMessage,
    response: ServerResponse,
    error: unknown,
  ): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    let refusal: GithubError;
    if (error instanceof GithubError) {
      refusal = error;
    } else {
      this.github.logError(`${request.method} ${request.url} failed`, error);
      refusal = new GithubError(500, 'Server Error');
    }
    for (const [name, value] of Object.entries(refusal.headers)) {
      response.setHeader(name, value);
    }
    const text = JSON.stringify(refusal.toBody());
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('content-length', Buffer.byteLength(text));
    // What was not read of a refused body must not be taken for a request.
    if (!request.complete) {
      response.setHeader('connection', 'close');
    }
    response.writeHead(refusal.status);
    response.end(request.method === 'HEAD' ? undefined : text);
  }
}
