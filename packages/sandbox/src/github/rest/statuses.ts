import { z } from 'zod';
import { repositoryOf, viewerOf, writableRepositoryOf } from '../access';
import { Github, Repository, timestamp } from '../Github';
import { GithubError } from '../http/errors';
import { readInput } from '../http/input';
import { Route } from '../http/types';
import { Stored } from '../store/documents';
import { StatusDoc } from '../store/types';
import { repositoryView } from './present/repositories';
import { checkRunView, simpleStatusView, statusView } from './present/runs';
import { commitOf } from './refsInput';
import { json, paged } from './reply';

const statusInput = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  target_url: z.string().max(2000).nullish(),
  description: z.string().max(140).nullish(),
  context: z.string().min(1).max(255).default('default'),
});

function statusesOf(
  github: Github,
  repository: Repository,
  sha: string,
): Stored<StatusDoc>[] {
  return github.store.statuses
    .list(repository.id)
    .filter(status => status.sha === sha)
    .reverse();
}

/** The newest status of each context. */
function latest(statuses: Stored<StatusDoc>[]): Stored<StatusDoc>[] {
  const contexts = new Map<string, Stored<StatusDoc>>();
  for (const status of statuses) {
    if (!contexts.has(status.context)) {
      contexts.set(status.context, status);
    }
  }
  return [...contexts.values()];
}

function combined(statuses: Stored<StatusDoc>[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) {
    return 'failure';
  }
  const pending =
    statuses.length === 0 || statuses.some(({ state }) => state === 'pending');
  return pending ? 'pending' : 'success';
}

/** What was reported about commits. */
export function statusRoutes(github: Github): Route[] {
  const commit = '/repos/{owner}/{repo}/commits/{ref+}';
  return [
    {
      operation: `GET ${commit}/status`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const sha = await commitOf(github, repository, request.params.ref);
        const statuses = latest(statusesOf(github, repository, sha));
        const full = `${repository.owner}/${repository.name}`;
        return paged(
          github,
          request,
          statuses,
          status => simpleStatusView(github, repository, status),
          (views, total) => ({
            state: combined(statuses),
            statuses: views,
            sha,
            total_count: total,
            repository: repositoryView(
              github,
              repository,
              request.viewer?.login,
            ),
            commit_url: github.urls.api(`/repos/${full}/commits/${sha}`),
            url: github.urls.api(`/repos/${full}/commits/${sha}/status`),
          }),
        );
      },
    },
    {
      operation: `GET ${commit}/statuses`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const sha = await commitOf(github, repository, request.params.ref);
        return paged(
          github,
          request,
          statusesOf(github, repository, sha),
          status => statusView(github, repository, status),
        );
      },
    },
    {
      operation: `GET ${commit}/check-runs`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const sha = await commitOf(github, repository, request.params.ref);
        const wanted = request.query.get('check_name');
        const checks = github.store.runs
          .list(repository.id)
          .filter(run => run.headSha === sha)
          .flatMap(run =>
            run.jobs.map((job, index) =>
              checkRunView(github, repository, run, job, index),
            ),
          )
          .filter(check => wanted === null || check.name === wanted);
        return paged(
          github,
          request,
          checks,
          check => check,
          (views, total) => ({ total_count: total, check_runs: views }),
        );
      },
    },
    {
      operation: 'POST /repos/{owner}/{repo}/statuses/{sha}',
      handler: async request => {
        const repository = writableRepositoryOf(github, request);
        const { login } = viewerOf(request);
        const input = readInput(statusInput, request.body);
        const sha = await commitOf(
          github,
          repository,
          request.params.sha,
        ).catch(() => {
          throw new GithubError(
            422,
            `No commit found for SHA: ${request.params.sha}`,
          );
        });
        const status = github.store.statuses.append(repository.id, {
          sha,
          state: input.state,
          context: input.context,
          description: input.description ?? undefined,
          targetUrl: input.target_url ?? undefined,
          creator: login,
          createdAt: timestamp(github),
        });
        return json(statusView(github, repository, status), 201);
      },
    },
  ];
}
