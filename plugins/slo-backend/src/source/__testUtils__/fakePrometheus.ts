import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { PrometheusClient } from '../PrometheusClient';
import { PrometheusHttp } from '../PrometheusHttp';
import type { PrometheusServerConfig } from '../PrometheusServerConfig';

/** A request as the server saw it. */
export interface SeenRequest {
  path: string;
  method: string;
  headers: IncomingMessage['headers'];
  form: URLSearchParams;
}

export type Handler = (request: SeenRequest, response: ServerResponse) => void;

/** A server that answers as a test says, and a client of it that does not wait. */
export async function startFakePrometheus(handler: Handler) {
  const seen: SeenRequest[] = [];
  let running = 0;
  let most = 0;
  const current = { handler };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    running += 1;
    most = Math.max(most, running);
    response.once('close', () => {
      running -= 1;
    });
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const one: SeenRequest = {
        path: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        form: new URLSearchParams(Buffer.concat(chunks).toString()),
      };
      seen.push(one);
      current.handler(one, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/prometheus`;
  return {
    ...{ url, seen, current },
    most: () => most,
    client(
      changes: Partial<PrometheusServerConfig> = {},
      options: { maxBytes?: number } = {},
    ) {
      const config: PrometheusServerConfig = {
        ...{ name: 'main', url, auth: { kind: 'none' as const } },
        ...{ flavour: 'prometheus' as const, concurrency: 4, timeoutMs: 5000 },
        ...changes,
      };
      const waits: number[] = [];
      const client = new PrometheusClient(
        config,
        new PrometheusHttp(config, options),
        {
          wait: async ms => {
            waits.push(ms);
          },
        },
      );
      return Object.assign(client, { waits });
    },
    stop() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  };
}

/** Answers JSON. */
export function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** An answer with a matrix. */
export function matrix(
  result: { metric: Record<string, string>; values: [number, string][] }[],
  more: object = {},
) {
  return {
    status: 'success',
    data: { resultType: 'matrix', result },
    ...more,
  };
}

/** An answer as Prometheus gives it when it refuses. */
export function refusal(errorType: string, error: string) {
  return { status: 'error', errorType, error };
}
