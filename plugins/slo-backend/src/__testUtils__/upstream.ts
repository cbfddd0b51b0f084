import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a request, by its own account. */
export type Behaviour = (
  request: http.IncomingMessage & { address: URL },
  response: http.ServerResponse,
) => void;

/** A server on the loopback interface that behaves as a test tells it to. */
export interface Upstream {
  url: string;
  host: string;
  /** Method, path and query of every request so far. */
  requests: string[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Starts the server on a free port. */
export async function startUpstream(): Promise<Upstream> {
  const requests: string[] = [];
  let behaviour: Behaviour = (_request, response) =>
    sendJson(response, { message: 'Not Found' }, 404);
  const server = http.createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://upstream.test');
    requests.push(
      decodeURIComponent(
        `${request.method} ${address.pathname}${address.search}`,
      ),
    );
    behaviour(Object.assign(request, { address }), response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
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

/** Answers with JSON. */
export function sendJson(
  response: http.ServerResponse,
  body: unknown,
  status: number = 200,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body));
}
