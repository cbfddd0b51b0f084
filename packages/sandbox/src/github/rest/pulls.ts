import { z } from 'zod';
import {
  repositoryOf,
  roleIn,
  viewerOf,
  writableRepositoryOf,
  includesRole,
} from '../access';
import { preparePullEvent } from '../events/pullEvents';
import { diffText } from '../git/diff';
import { readRefs } from '../git/refs';
import { directoryOf, Github, Repository, timestamp } from '../Github';
import { GithubError, invalidField, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, ApiResponse, Route } from '../http/types';
import { pullBase, pullFigures } from '../pulls/figures';
import { mergePull } from '../pulls/merge';
import { openPull } from '../pulls/open';
import { PullRequestDoc } from '../store/types';
import { signatureOf } from './author';
import { fullPull, PullRequest, pullView } from './present/pulls';
import { json, noContent, paged } from './reply';

const openInput = z.object({
  title: z.string().max(256).optional(),
  head: z.string().min(1),
  base: z.string().min(1),
  body: z.string().max(65_536).nullish(),
  draft: z.boolean().nullish(),
});

const updateInput = z.object({
  title: z.string().min(1).max(256).optional(),
  body: z.string().max(65_536).nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().min(1).optional(),
});

const mergeInput = z.object({
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
});

/**
 * The pull request that `{pull_number}` or `{issue_number}` names.
 *
 * @throws GithubError 404
 */
export function pullOf(
  github: Github,
  repository: Repository,
  request: ApiRequest,
): PullRequest {
  const number = request.params.pull_number ?? request.params.issue_number;
  const pull = /^\d{1,9}$/.test(number)
    ? github.store.pulls.get(repository.id, Number(number))
    : undefined;
  if (!pull) {
    throw notFound();
  }
  return pull;
}

/** A pull request in full as an answer. */
export async function pullReply(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  login: string | undefined,
  status = 200,
): Promise<ApiResponse> {
  const figures = await pullFigures(github, repository, pull);
  return json(fullPull(github, repository, pull, login, figures), status);
}

const sortKeys: Record<string, (pull: PullRequest) => string> = {
  created: pull => pull.createdAt,
  updated: pull => pull.updatedAt,
};

function list(github: Github, request: ApiRequest) {
  const repository = repositoryOf(github, request);
  const { query } = request;
  const state = query.get('state') ?? 'open';
  const head = query.get('head')?.replace(/^[^:]*:/, '');
  const base = query.get('base');
  const sort = query.get('sort') ?? 'created';
  const key = Object.hasOwn(sortKeys, sort) ? sortKeys[sort] : sortKeys.created;
  const descending =
    (query.get('direction') ?? (query.has('sort') ? 'asc' : 'desc')) !== 'asc';
  const pulls = github.store.pulls
    .list(repository.id)
    .filter(pull => state === 'all' || pull.state === state)
    .filter(pull => !head || pull.head === head)
    .filter(pull => !base || pull.base === base)
    .sort((a, b) => {
      const order = key(a) < key(b) ? -1 : Number(key(a) > key(b));
      return (descending ? -1 : 1) * (order || a.number - b.number);
    });
  return paged(github, request, pulls, pull =>
    pullView(github, repository, pull, request.viewer?.login),
  );
}

async function open(github: Github, request: ApiRequest) {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(openInput, request.body);
  const { title } = input;
  if (!title) {
    throw invalidField('PullRequest', 'title', 'missing_field');
  }
  return github.locks.run(repository.id, async () => {
    const pull = await openPull(github, repository, {
      title,
      body: input.body ?? undefined,
      // `owner:branch` may name a fork; here the owner is all there is.
      head: input.head.replace(new RegExp(`^${repository.owner}:`, 'i'), ''),
      base: input.base,
      draft: input.draft ?? false,
      login,
    });
    const reply = await pullReply(github, repository, pull, login, 201);
    const { url } = reply.body as { url: string };
    return { ...reply, headers: { location: url } };
  });
}

/** Stores a change of a pull request together with its webhook. */
export async function changePull(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  change: Partial<PullRequestDoc>,
  action: string,
  login: string,
  extra: Record<string, unknown> = {},
): Promise<PullRequest> {
  const fields = { ...change, updatedAt: timestamp(github) };
  const event = await preparePullEvent(
    github,
    repository,
    { ...pull, ...fields },
    action,
    login,
    extra,
  );
  const updated = github.store.transaction(() => {
    event();
    return github.store.pulls.update(pull.id, fields);
  });
  github.webhooks.kick();
  return updated;
}

function reopened(
  github: Github,
  repository: Repository,
  pull: PullRequest,
): Partial<PullRequestDoc> {
  const refs = readRefs(directoryOf(github, repository));
  const headSha = refs[`refs/heads/${pull.head}`];
  const baseSha = refs[`refs/heads/${pull.base}`];
  if (pull.mergedAt || !headSha || !baseSha) {
    throw invalidField(
      'PullRequest',
      'state',
      'invalid',
      'state cannot be changed. The pull request cannot be reopened.',
    );
  }
  return { state: 'open', closedAt: undefined, headSha, baseSha };
}

async function update(github: Github, request: ApiRequest) {
  const repository = repositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(updateInput, request.body);
  return github.locks.run(repository.id, async () => {
    const pull = pullOf(github, repository, request);
    const role = roleIn(github, repository, login);
    if (pull.author !== login && !includesRole(role, 'triage')) {
      throw new GithubError(403, 'Must have triage access to Repository.');
    }
    const change: Partial<PullRequestDoc> = {};
    if (input.title !== undefined) {
      change.title = input.title;
    }
    if (input.body !== undefined) {
      change.body = input.body ?? undefined;
    }
    let action = 'edited';
    if (input.state === 'closed' && pull.state === 'open') {
      Object.assign(change, { state: 'closed', closedAt: timestamp(github) });
      action = 'closed';
    } else if (input.state === 'open' && pull.state === 'closed') {
      Object.assign(change, reopened(github, repository, pull));
      action = 'reopened';
    }
    if (input.base !== undefined && input.base !== pull.base) {
      const refs = readRefs(directoryOf(github, repository));
      const baseSha = refs[`refs/heads/${input.base}`];
      if (!baseSha) {
        throw invalidField('PullRequest', 'base', 'invalid');
      }
      Object.assign(change, { base: input.base, baseSha });
    }
    const updated = await changePull(
      github,
      repository,
      pull,
      change,
      action,
      login,
    );
    return pullReply(github, repository, updated, login);
  });
}

async function merge(github: Github, request: ApiRequest) {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(mergeInput, request.body);
  return github.locks.run(repository.id, async () => {
    const pull = pullOf(github, repository, request);
    const sha = await mergePull(github, repository, pull, {
      method: input.merge_method,
      title: input.commit_title,
      message: input.commit_message,
      sha: input.sha,
      login,
      author: signatureOf(github, login, undefined),
    });
    return json({
      sha,
      merged: true,
      message: 'Pull Request successfully merged',
    });
  });
}

async function get(github: Github, request: ApiRequest): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  const pull = pullOf(github, repository, request);
  if (/vnd\.github(\.v3)?\.diff/.test(request.headers.accept ?? '')) {
    const dir = directoryOf(github, repository);
    return {
      status: 200,
      raw: {
        type: 'application/vnd.github.diff; charset=utf-8',
        data: await diffText(dir, await pullBase(dir, pull), pull.headSha),
      },
    };
  }
  return pullReply(github, repository, pull, request.viewer?.login);
}

/** Pull requests themselves. */
export function pullRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/pulls';
  return [
    { operation: `GET ${base}`, handler: request => list(github, request) },
    { operation: `POST ${base}`, handler: request => open(github, request) },
    {
      operation: `GET ${base}/{pull_number}`,
      handler: request => get(github, request),
    },
    {
      operation: `PATCH ${base}/{pull_number}`,
      handler: request => update(github, request),
    },
    {
      operation: `GET ${base}/{pull_number}/merge`,
      handler: request => {
        const repository = repositoryOf(github, request);
        if (!pullOf(github, repository, request).mergedAt) {
          throw notFound();
        }
        return noContent;
      },
    },
    {
      operation: `PUT ${base}/{pull_number}/merge`,
      handler: request => merge(github, request),
    },
  ];
}
