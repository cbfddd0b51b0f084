import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Company } from '../company/Company';
import { Github } from '../github/Github';
import { tokenHash } from '../github/http/auth';
import { readJson } from '../github/http/body';
import { GithubError } from '../github/http/errors';
import { FaultList, faultInput } from './faults';

const incidentInput = z.strictObject({
  component: z.string().min(1),
  /** The promise that it breaks, for example `availability`. */
  aspect: z.string().min(1),
  title: z.string().min(1).default('Something is wrong'),
  priority: z.enum(['P1', 'P2', 'P3', 'P4']).default('P2'),
  minutesAgo: z.number().min(0).max(130_000).default(0),
  minutes: z.number().int().min(1).max(130_000).default(60),
  /** Share of the budget that it spends. */
  spends: z.number().min(0).max(10),
});

const tokenInput = z.strictObject({ login: z.string().min(1) });

interface Reply {
  status: number;
  body?: unknown;
}

export interface ControlOptions {
  faults: FaultList;
  github: Github;
  /** The company behind the other upstreams, where they are served. */
  company?: Company;
  now: () => Date;
  origin: () => string;
  /** Throws all data away and seeds anew. */
  reset: () => Promise<void>;
}

function refuse(status: number, message: string): GithubError {
  return new GithubError(status, message);
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body ?? {});
  if (!result.success) {
    throw refuse(422, z.prettifyError(result.error));
  }
  return result.data;
}

/**
 * What tests and people steer the sandbox by, below `/_sandbox`. It takes no
 * token: it listens where the sandbox listens, on the loopback by default.
 */
export class ControlServer {
  constructor(private readonly options: ControlOptions) {}

  /** Answers a request below `/_sandbox`; never throws. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    let reply: Reply;
    try {
      this.#requireOwnOrigin(request);
      reply = await this.#answer(request, url.pathname);
    } catch (error) {
      if (!(error instanceof GithubError)) {
        this.options.github.logError(`${request.url} failed`, error);
      }
      reply = {
        status: error instanceof GithubError ? error.status : 500,
        body: {
          message:
            error instanceof GithubError ? error.message : 'Server Error',
        },
      };
    }
    response.writeHead(reply.status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(
      reply.body === undefined ? undefined : JSON.stringify(reply.body),
    );
  }

  /** A page of another site must not steer the sandbox through a browser. */
  #requireOwnOrigin(request: IncomingMessage): void {
    const { origin } = request.headers;
    if (origin && origin !== this.options.origin()) {
      throw refuse(403, `Requests from pages of ${origin} are refused.`);
    }
  }

  async #answer(request: IncomingMessage, path: string): Promise<Reply> {
    const { faults, github } = this.options;
    const operation = `${request.method} ${path}`;
    const id = /^\/_sandbox\/faults\/(\d+)$/.exec(path)?.[1];
    if (id) {
      return this.#fault(request.method ?? '', Number(id));
    }
    switch (operation) {
      case 'GET /_sandbox/health':
        return {
          status: 200,
          body: {
            status: 'ok',
            repositories: github.store.repositories.all().length,
            uptimeSeconds: Math.round(process.uptime()),
          },
        };
      case 'GET /_sandbox/faults':
        return { status: 200, body: { items: faults.list() } };
      case 'POST /_sandbox/faults': {
        const input = read(faultInput, await readJson(request));
        return { status: 201, body: faults.add(input) };
      }
      case 'DELETE /_sandbox/faults':
        faults.remove();
        return { status: 204 };
      case 'POST /_sandbox/reset':
        await this.options.reset();
        faults.remove();
        return { status: 204 };
      case 'GET /_sandbox/slos':
        return {
          status: 200,
          body: {
            items: this.#company().slos.map(slo => ({
              name: slo.name,
              component: slo.component,
              aspect: slo.aspect,
              target: slo.target,
            })),
          },
        };
      case 'GET /_sandbox/incidents':
        return { status: 200, body: { items: this.#company().incidents() } };
      case 'POST /_sandbox/incidents':
        return this.#addIncident(read(incidentInput, await readJson(request)));
      case 'POST /_sandbox/tokens':
        return this.#issueToken(read(tokenInput, await readJson(request)));
      default:
        throw refuse(404, `the sandbox does not implement ${operation}`);
    }
  }

  #fault(method: string, id: number): Reply {
    const { faults } = this.options;
    const fault = faults.list().find(one => one.id === id);
    if (!fault) {
      throw refuse(404, `There is no fault ${id}.`);
    }
    if (method === 'GET') {
      return { status: 200, body: fault };
    }
    if (method !== 'DELETE') {
      throw refuse(405, `A fault takes GET and DELETE, not ${method}.`);
    }
    faults.remove(id);
    return { status: 204 };
  }

  #company(): Company {
    const { company } = this.options;
    if (!company) {
      throw refuse(404, 'This sandbox has no company.');
    }
    return company;
  }

  #addIncident({
    minutesAgo,
    ...input
  }: z.output<typeof incidentInput>): Reply {
    const company = this.#company();
    const { component, aspect } = input;
    const known = company.slos.filter(slo => slo.component === component);
    if (!known.some(slo => slo.aspect === aspect)) {
      const aspects = known.map(slo => slo.aspect).join(', ');
      throw refuse(
        422,
        known.length > 0
          ? `${component} has no promise "${aspect}", but ${aspects}.`
          : `There is no component "${component}" with promises.`,
      );
    }
    const start = Math.floor(
      this.options.now().getTime() / 1000 - minutesAgo * 60,
    );
    const incident = { ...input, start, id: `extra-${start}` };
    company.addIncident(incident);
    return { status: 201, body: incident };
  }

  #issueToken({ login }: z.output<typeof tokenInput>): Reply {
    const { store } = this.options.github;
    const user = store.users.get('', login.toLowerCase());
    if (!user) {
      throw refuse(404, `Nobody has the login "${login}".`);
    }
    const token = `ghp_${randomBytes(18).toString('hex')}`;
    store.tokens.put('person', tokenHash(token), { login: user.login });
    return { status: 201, body: { login: user.login, token } };
  }
}
