import { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { allowOrigins } from '../github/http/cors';
import { CapturedResponse } from './CapturedResponse';
import { Fault } from './faults';

/** Carries a request out and writes its answer. */
export type Handle = (response: ServerResponse) => Promise<void>;

const defaultDelay = 5000;
const defaultLimitMs = 60_000;

const unicorn = `<!DOCTYPE html>
<html lang="en"><head><title>Unicorn! · GitHub</title></head>
<body><h1>This page is taking too long to load.</h1></body></html>
`;

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  allowOrigins(response);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

function rateLimited(fault: Fault, response: ServerResponse): void {
  const seconds = Math.ceil((fault.delayMs ?? defaultLimitMs) / 1000);
  sendJson(
    response,
    fault.status ?? 403,
    {
      message: 'API rate limit exceeded for user ID 1.',
      documentation_url:
        'https://docs.github.com/rest/overview/resources-in-the-rest-api#rate-limiting',
      status: String(fault.status ?? 403),
    },
    {
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '5000',
      'x-ratelimit-resource': 'core',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
    },
  );
}

function secondaryLimited(fault: Fault, response: ServerResponse): void {
  const seconds = Math.ceil((fault.delayMs ?? defaultLimitMs) / 1000);
  sendJson(
    response,
    fault.status ?? 403,
    {
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url:
        'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
      status: String(fault.status ?? 403),
    },
    { 'retry-after': String(seconds) },
  );
}

/** Half an answer, then a connection that breaks. */
function reset(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': '1000',
  });
  response.write('{"id":1,"name":"');
  // The bytes leave before the connection does.
  setTimeout(() => response.socket?.resetAndDestroy(), 20);
}

/** Carries the request out and sends another body. */
async function changed(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
  change: (body: Buffer) => Buffer | string,
): Promise<void> {
  // A compressed body could not be changed.
  delete request.headers['accept-encoding'];
  const captured = new CapturedResponse(request);
  await handle(captured);
  for (const [name, value] of Object.entries(captured.getHeaders())) {
    if (value !== undefined && name !== 'content-length') {
      response.setHeader(name, value);
    }
  }
  response.writeHead(captured.statusCode);
  response.end(change(captured.body));
}

/** An error as the upstream words it. */
function errorBody({ upstream, status = 500 }: Fault): unknown {
  switch (upstream) {
    case 'prometheus': {
      const types: Record<number, string> = {
        400: 'bad_data',
        422: 'execution',
        503: 'timeout',
      };
      return {
        status: 'error',
        errorType: types[status] ?? 'internal',
        error: 'a fault of the sandbox',
      };
    }
    case 'pagerduty':
      return { error: { message: 'Internal Server Error', code: 2000 } };
    default:
      return {
        message: 'Server Error',
        documentation_url: 'https://docs.github.com/rest',
        status: String(status),
      };
  }
}

/** Every value of every sample becomes NaN. */
function withoutNumbers(body: Buffer): string {
  return body.toString('utf8').replace(/(\[[-\d.]+,)"[^"]*"\]/g, '$1"NaN"]');
}

function withWarning(body: Buffer): string {
  const answer = JSON.parse(body.toString('utf8'));
  const warning = 'sandbox: one store did not answer, data may be incomplete';
  return JSON.stringify({ ...answer, warnings: [warning] });
}

/**
 * Answers a request the way a fault says.
 *
 * @param handle - what would have answered it
 * @param stopped - ends waiting when the sandbox stops
 */
export async function applyFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
  stopped: AbortSignal,
): Promise<void> {
  if (fault.applied && fault.mode !== 'truncated' && fault.mode !== 'slow') {
    await handle(new CapturedResponse(request));
  }
  switch (fault.mode) {
    case 'down':
      request.socket.destroy();
      return;
    case 'reset':
      reset(response);
      return;
    case 'slow':
      await sleep(fault.delayMs ?? defaultDelay, undefined, {
        signal: stopped,
      }).catch(() => {});
      await handle(response);
      return;
    case 'hang':
      // The connection ends with the client's patience or with the sandbox.
      return;
    case 'rate-limited':
      rateLimited(fault, response);
      return;
    case 'secondary-rate-limited':
      secondaryLimited(fault, response);
      return;
    case 'html':
      allowOrigins(response);
      response.writeHead(fault.status ?? 200, {
        'content-type': 'text/html; charset=utf-8',
      });
      response.end(unicorn);
      return;
    case 'truncated':
      await changed(request, response, handle, body =>
        body.subarray(0, Math.floor(body.length / 2)),
      );
      return;
    case 'nan':
    case 'partial':
      await changed(request, response, handle, body =>
        fault.mode === 'nan' ? withoutNumbers(body) : withWarning(body),
      );
      return;
    default:
      sendJson(response, fault.status ?? 500, errorBody(fault));
  }
}
