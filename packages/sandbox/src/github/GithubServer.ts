import fs from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { RateLimitConfig } from '../config';
import { OrganizationSeed, RepositorySeed } from '../seed';
import { resumeRuns } from './actions/announceRuns';
import type { DeploymentsOf } from './deployments';
import { syncRefs } from './events/syncRefs';
import { isCodeload, serveCodeload } from './git/codeload';
import { gitTarget, serveSmartHttp } from './git/smartHttp';
import { installUpdateHook } from './git/updateHook';
import { Github } from './Github';
import { ApiServer } from './http/ApiServer';
import { GithubError } from './http/errors';
import { RateLimiter } from './http/rateLimit';
import { Router } from './http/router';
import { KeyedLocks } from './locks';
import { PageServer } from './pages/PageServer';
import { cleanFolders } from './repositories/create';
import { apiRoutes } from './rest/routes';
import {
  applyCredentials,
  Credentials,
  seedOrganization,
} from './seed/seedOrganization';
import { seedRepositories } from './seed/seedRepositories';
import { GithubStore } from './store/GithubStore';
import { Urls } from './urls';
import { WebhookDispatcher } from './webhooks/WebhookDispatcher';

export interface GithubServerOptions {
  /** Folder for the database and the repositories. */
  dataDir: string;
  rateLimit: RateLimitConfig;
  /** The public address without a trailing slash, once it is known. */
  origin: () => string;
  /** What went to production; nothing without it. */
  deployments?: DeploymentsOf;
  now: () => Date;
  logError: (message: string, error: unknown) => void;
}

/** What is there before anybody uses the portal. */
export interface GithubSeed {
  organization: OrganizationSeed;
  repositories: RepositorySeed[];
}

/** The GitHub upstream: REST API, git over HTTP, pages and webhooks. */
export class GithubServer {
  readonly github: Github;
  readonly #api: ApiServer;
  readonly #pages: PageServer;

  constructor(options: GithubServerOptions) {
    const { dataDir, now, logError } = options;
    const store = new GithubStore(path.join(dataDir, 'github.sqlite'));
    this.github = {
      store,
      urls: new Urls(options.origin),
      limiter: new RateLimiter(options.rateLimit),
      webhooks: new WebhookDispatcher(store, now, logError),
      locks: new KeyedLocks(),
      repositoriesDir: path.join(dataDir, 'repos'),
      hooksDir: path.join(dataDir, 'hooks'),
      deployments: options.deployments ?? (() => []),
      now,
      logError,
    };
    this.#api = new ApiServer(this.github, new Router(apiRoutes(this.github)));
    this.#pages = new PageServer(this.github);
  }

  /**
   * Brings the data up to date: clears away what a crash left, builds what the
   * seed has and the disk has not, and announces pushes that nobody heard of.
   */
  async prepare(seed: GithubSeed, credentials: Credentials): Promise<void> {
    const { github } = this;
    installUpdateHook(github.hooksDir);
    cleanFolders(github);
    seedOrganization(github, seed.organization);
    applyCredentials(github, seed.organization.login, credentials);
    await seedRepositories(github, seed.organization, seed.repositories);
    for (const repository of github.store.repositories.all()) {
      await syncRefs(github, repository.id, 'ghost');
    }
  }

  /** Goes on with what a stop interrupted; call it when requests are answered. */
  resume(): void {
    resumeRuns(this.github);
    this.github.webhooks.kick();
  }

  /** Throws all data away and seeds anew. */
  async reset(seed: GithubSeed, credentials: Credentials): Promise<void> {
    this.github.store.clear();
    this.github.limiter.reset();
    fs.rmSync(this.github.repositoriesDir, { recursive: true, force: true });
    await this.prepare(seed, credentials);
  }

  /** Answers a request; never throws. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    if (url.pathname === '/api/v3' || url.pathname.startsWith('/api/v3/')) {
      await this.#api.handle(request, response, url);
      return;
    }
    const target = gitTarget(url);
    try {
      if (target) {
        await serveSmartHttp(this.github, target, url, request, response);
      } else if (isCodeload(url)) {
        await serveCodeload(this.github, url, request, response);
      } else {
        await this.#pages.handle(request, response, url);
      }
    } catch (error) {
      this.#fail(request, response, error);
    }
  }

  async stop(): Promise<void> {
    await this.github.webhooks.stop();
    this.github.store.close();
  }

  #fail(
    request: IncomingMessage,
    response: ServerResponse,
    error: unknown,
  ): void {
    const refusal = error instanceof GithubError ? error : undefined;
    if (!refusal && !response.destroyed) {
      this.github.logError(`${request.method} ${request.url} failed`, error);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(refusal?.status ?? 500, {
      'content-type': 'text/plain; charset=utf-8',
    });
    response.end(`${refusal?.message ?? 'Server Error'}\n`);
  }
}
