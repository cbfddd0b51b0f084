import { z } from 'zod';
import { repositoryOf, viewerOf, writableRepositoryOf } from '../access';
import { announceRun } from '../actions/announceRuns';
import {
  insertRuns,
  planRuns,
  readWorkflows,
  recordWorkflow,
} from '../actions/startRuns';
import { runState } from '../actions/runState';
import { directoryOf, Github, Repository } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, Route } from '../http/types';
import { Stored } from '../store/documents';
import { WorkflowDoc, WorkflowRunDoc } from '../store/types';
import { workflowRunView, workflowView } from './present/runs';
import { commitOf } from './refsInput';
import { json, noContent, paged } from './reply';

const dispatchInput = z.object({
  ref: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()).optional(),
});

/** The workflows of the default branch. */
async function workflowsOf(
  github: Github,
  repository: Repository,
): Promise<Stored<WorkflowDoc>[]> {
  const head = repository.refs[`refs/heads/${repository.defaultBranch}`];
  const files = head
    ? await readWorkflows(directoryOf(github, repository), head)
    : [];
  return files.map(file => recordWorkflow(github, repository, file));
}

async function workflowOf(
  github: Github,
  repository: Repository,
  request: ApiRequest,
): Promise<Stored<WorkflowDoc>> {
  const wanted = request.params.workflow_id;
  const found = (await workflowsOf(github, repository)).find(
    workflow =>
      String(workflow.id) === wanted ||
      workflow.path === `.github/workflows/${wanted}`,
  );
  if (!found) {
    throw notFound();
  }
  return found;
}

async function dispatch(github: Github, request: ApiRequest) {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(dispatchInput, request.body);
  const workflow = await workflowOf(github, repository, request);
  const branch = input.ref.replace(/^refs\/heads\//, '');
  const commit = await commitOf(github, repository, branch).catch(() => {
    throw new GithubError(422, `No ref found for: ${input.ref}`);
  });
  const cause = {
    event: 'workflow_dispatch',
    branch,
    commit,
    actor: login,
  };
  const planned = await planRuns(github, repository, cause, workflow.path);
  if (!planned.some(run => run.file.startsOn(cause.event, branch))) {
    throw new GithubError(
      422,
      "Workflow does not have 'workflow_dispatch' trigger",
    );
  }
  const runs = github.store.transaction(() =>
    insertRuns(github, repository, planned),
  );
  for (const run of runs) {
    announceRun(github, run.id);
  }
  return noContent;
}

function runsReply(
  github: Github,
  request: ApiRequest,
  repository: Repository,
  runs: Stored<WorkflowRunDoc>[],
) {
  const { query } = request;
  const status = query.get('status');
  const wanted: Array<[string, (run: WorkflowRunDoc) => string]> = [
    ['branch', run => run.headBranch],
    ['event', run => run.event],
    ['actor', run => run.actor],
    ['head_sha', run => run.headSha],
  ];
  const found = runs
    .filter(run =>
      wanted.every(
        ([name, value]) => !query.has(name) || query.get(name) === value(run),
      ),
    )
    .filter(run => {
      const state = runState(run, github.now());
      return !status || state.status === status || state.conclusion === status;
    })
    .reverse();
  return paged(
    github,
    request,
    found,
    run => workflowRunView(github, repository, run),
    (views, total) => ({ total_count: total, workflow_runs: views }),
  );
}

/** Workflows and their runs. */
export function actionRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/actions';
  return [
    {
      operation: `GET ${base}/workflows`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        return paged(
          github,
          request,
          await workflowsOf(github, repository),
          workflow => workflowView(github, repository, workflow),
          (views, total) => ({ total_count: total, workflows: views }),
        );
      },
    },
    {
      operation: `GET ${base}/workflows/{workflow_id}`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const workflow = await workflowOf(github, repository, request);
        return json(workflowView(github, repository, workflow));
      },
    },
    {
      operation: `POST ${base}/workflows/{workflow_id}/dispatches`,
      handler: request => dispatch(github, request),
    },
    {
      operation: `GET ${base}/workflows/{workflow_id}/runs`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const workflow = await workflowOf(github, repository, request);
        const runs = github.store.runs
          .list(repository.id)
          .filter(run => run.workflowId === workflow.id);
        return runsReply(github, request, repository, runs);
      },
    },
    {
      operation: `GET ${base}/runs`,
      handler: request => {
        const repository = repositoryOf(github, request);
        const runs = github.store.runs.list(repository.id);
        return runsReply(github, request, repository, runs);
      },
    },
    {
      operation: `GET ${base}/runs/{run_id}`,
      handler: request => {
        const repository = repositoryOf(github, request);
        const run = github.store.runs.get(repository.id, request.params.run_id);
        if (!run) {
          throw notFound();
        }
        return json(workflowRunView(github, repository, run));
      },
    },
  ];
}
