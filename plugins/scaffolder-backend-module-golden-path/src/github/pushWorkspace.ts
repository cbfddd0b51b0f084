import { setTimeout as delay } from 'node:timers/promises';
import fs from 'node:fs';
import {
  explainGitHubFailure,
  GitHubFailure,
} from '@arctiq/plugin-golden-path-common';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { CommitIdentity } from '../config';
import { RetryBudget } from './RetryBudget';

const PUSH_TIMEOUT_MS = 30_000;

/** What git's transport says, in the terms of the API's failures. */
function pushFailureOf(error: unknown): GitHubFailure {
  const { code, message, data } = Object(error) as {
    code?: string;
    message?: string;
    data?: { statusCode?: number; prettyDetails?: string };
  };
  // A refusal of the pushed ref has no HTTP status of its own and never passes.
  const refused = code === 'GitPushError' || code === 'PushRejectedError';
  return {
    status: refused ? 422 : data?.statusCode,
    message: data?.prettyDetails ?? message ?? String(error),
  };
}

/**
 * Commits everything in a directory and pushes it as the first commit of `main`.
 *
 * The commit depends on nothing but its arguments and the files: two attempts of
 * one run make the very same commit, so the second push has nothing to do.
 *
 * @param options.gitDirectory - an empty directory for git's own files
 * @param options.date - author and committer date, ISO 8601
 * @returns the hash of the commit
 * @throws Error when the push fails
 */
export async function pushWorkspace(options: {
  workspace: string;
  gitDirectory: string;
  remoteUrl: string;
  token: string;
  message: string;
  author: CommitIdentity;
  committer: CommitIdentity;
  date: string;
  budget: RetryBudget;
}): Promise<string> {
  const repository = {
    fs,
    dir: options.workspace,
    gitdir: options.gitDirectory,
  };
  const when = {
    timestamp: Math.floor(new Date(options.date).getTime() / 1000),
    timezoneOffset: 0,
  };
  await git.init({ ...repository, defaultBranch: 'main' });
  await git.add({ ...repository, filepath: '.' });
  const commitHash = await git.commit({
    ...repository,
    message: options.message,
    author: { ...options.author, ...when },
    committer: { ...options.committer, ...when },
  });
  const push = () =>
    options.budget.run(
      () =>
        withTimeout(
          git.push({
            ...repository,
            http,
            url: options.remoteUrl,
            ref: 'main',
            remoteRef: 'refs/heads/main',
            onAuth: () => ({
              username: 'x-access-token',
              password: options.token,
            }),
            // Asked again after a refusal: the token is wrong, do not loop.
            onAuthFailure: () => ({ cancel: true }),
          }),
        ),
      pushFailureOf,
    );
  try {
    await push();
  } catch (error) {
    const { phrase } = explainGitHubFailure(pushFailureOf(error), new Date());
    throw new Error(`GitHub ${phrase}`);
  }
  return commitHash;
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timeout = delay(PUSH_TIMEOUT_MS, undefined, { signal: abort.signal });
  try {
    return await Promise.race([
      work,
      timeout.then(() => {
        throw new Error(
          `no answer to the push within ${PUSH_TIMEOUT_MS / 1000} s`,
        );
      }),
    ]);
  } finally {
    abort.abort();
    timeout.catch(() => undefined);
  }
}
