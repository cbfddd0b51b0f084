import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A GitHub that keeps repositories in memory and fails when it is told to. */
export class FakeGitHub {
  readonly #server: Server;
  /** Repositories by name, as GitHub shows them. */
  readonly repositories = new Map<string, Record<string, unknown>>();
  /** Calls in order, for example `PUT /repos/acme/x/topics`. */
  readonly calls: string[] = [];
  /** Bodies of the calls, by call. */
  readonly bodies = new Map<string, unknown>();
  /** Answers to give instead of the right one, by call; each is given once. */
  readonly faults = new Map<string, Reply[]>();
  /** Messages of the commits on main; undefined while there is no main. */
  commits?: string[];

  private constructor() {
    this.#server = createServer(async (req, res) => {
      const { status, body, headers } = await this.#answer(req);
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(body === undefined ? undefined : JSON.stringify(body));
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

  addRepository(name: string, values: Record<string, unknown> = {}) {
    const htmlUrl = `http://${this.host}/acme/${name}`;
    const repository = {
      name,
      owner: { login: 'acme' },
      html_url: htmlUrl,
      clone_url: `${htmlUrl}.git`,
      created_at: '2026-01-02T03:04:05Z',
      homepage: '',
      ...values,
    };
    this.repositories.set(name, repository);
    return repository;
  }

  async #answer(req: IncomingMessage): Promise<Reply> {
    const path = new URL(req.url!, 'http://x').pathname.replace('/api/v3', '');
    const call = `${req.method} ${path}`;
    this.calls.push(call);
    const raw = await text(req);
    const body = raw ? JSON.parse(raw) : undefined;
    this.bodies.set(call, body);
    const fault = this.faults.get(call)?.shift();
    if (fault?.status === 504) {
      // The answer is lost after GitHub did what it was asked for.
      this.#reply(call, path, body);
    }
    return fault ?? this.#reply(call, path, body);
  }

  #reply(call: string, path: string, body: any): Reply {
    if (call === 'POST /orgs/acme/repos') {
      if (this.repositories.has(body.name)) {
        return {
          status: 422,
          body: {
            message: 'Repository creation failed.',
            errors: [{ message: 'name already exists on this account' }],
          },
        };
      }
      return { status: 201, body: this.addRepository(body.name, body) };
    }
    const [, , , name, rest] = path.split('/');
    const repository = this.repositories.get(name);
    if (call.startsWith('PUT /orgs/acme/teams/')) {
      return { status: 204 };
    }
    if (!repository) {
      return { status: 404, body: { message: 'Not Found' } };
    }
    if (rest === 'commits') {
      return this.commits
        ? {
            status: 200,
            body: this.commits.map((message, i) => ({
              sha: `sha${i}`,
              commit: { message },
            })),
          }
        : { status: 409, body: { message: 'Git Repository is empty.' } };
    }
    return { status: 200, body: rest === undefined ? repository : {} };
  }
}
