import path from 'node:path';
import type { DeploymentsOf } from './deployments';
import { RateLimiter } from './http/rateLimit';
import { KeyedLocks } from './locks';
import { GithubStore } from './store/GithubStore';
import { Stored } from './store/documents';
import { RepositoryDoc } from './store/types';
import { Urls } from './urls';
import { WebhookDispatcher } from './webhooks/WebhookDispatcher';

/** A repository as the store answers it. */
export type Repository = Stored<RepositoryDoc>;

/** What every part of the GitHub upstream works with. */
export interface Github {
  store: GithubStore;
  urls: Urls;
  limiter: RateLimiter;
  webhooks: WebhookDispatcher;
  /** One writer per repository. */
  locks: KeyedLocks;
  /** Holds `<owner>/<name>.git`. */
  repositoriesDir: string;
  /** Holds the hooks that git runs on a push. */
  hooksDir: string;
  /** What the model says went to production. */
  deployments: DeploymentsOf;
  now: () => Date;
  /** Reports a failure that no answer carries. */
  logError: (message: string, error: unknown) => void;
}

/** The bare repository on disk. */
export function directoryOf(
  github: Github,
  repository: { owner: string; name: string },
): string {
  return path.join(
    github.repositoriesDir,
    repository.owner,
    `${repository.name}.git`,
  );
}

/** The present time as GitHub writes it: UTC, without fractions. */
export function timestamp(github: Github): string {
  return github
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
}

/** A repository by owner and name, whoever asks. */
export function findRepository(
  github: Github,
  owner: string,
  name: string,
): Repository | undefined {
  return github.store.repositories.get(owner.toLowerCase(), name.toLowerCase());
}
