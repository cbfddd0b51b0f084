import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** Answers one status with a JSON body. */
export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): RequestListener {
  return (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers });
    res.end(JSON.stringify(body));
  };
}

export const notFound = answer(404, { message: 'Not Found' });

/** A GitHub that answers as a test says, over real HTTP. */
export class FakeGitHub {
  readonly #server: Server;
  /** Paths asked for, in order. */
  readonly requests: string[] = [];
  handler: RequestListener = notFound;

  private constructor() {
    this.#server = createServer((req, res) => {
      this.requests.push(req.url!);
      this.handler(req, res);
    });
  }

  static async start(): Promise<FakeGitHub> {
    const github = new FakeGitHub();
    await new Promise<void>(resolve => {
      github.#server.listen(0, '127.0.0.1', resolve);
    });
    return github;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
