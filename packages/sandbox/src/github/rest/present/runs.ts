import { runState } from '../../actions/runState';
import { Github, Repository } from '../../Github';
import { Stored } from '../../store/documents';
import { StatusDoc, WorkflowDoc, WorkflowRunDoc } from '../../store/types';
import { repositoryView } from './repositories';
import { nodeId, simpleUser } from './users';

function seconds(date: string): string {
  return date.replace(/\.\d+Z$/, 'Z');
}

/** A workflow file. */
export function workflowView(
  github: Github,
  repository: Repository,
  workflow: Stored<WorkflowDoc>,
) {
  const name = `${repository.owner}/${repository.name}`;
  return {
    id: workflow.id,
    node_id: nodeId('Workflow', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: 'active' as const,
    created_at: workflow.createdAt,
    updated_at: workflow.updatedAt,
    url: github.urls.api(`/repos/${name}/actions/workflows/${workflow.id}`),
    html_url: github.urls.html(
      `/${name}/blob/${repository.defaultBranch}/${workflow.path}`,
    ),
    badge_url: github.urls.html(`/${name}/actions`),
  };
}

/** A run of a workflow. */
export function workflowRunView(
  github: Github,
  repository: Repository,
  run: Stored<WorkflowRunDoc>,
) {
  const name = `${repository.owner}/${repository.name}`;
  const url = github.urls.api(`/repos/${name}/actions/runs/${run.id}`);
  const state = runState(run, github.now());
  const repo = repositoryView(github, repository, undefined);
  const actor = simpleUser(github, run.actor);
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WorkflowRun', run.id),
    check_suite_id: run.id,
    check_suite_node_id: nodeId('CheckSuite', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    run_number: run.runNumber,
    run_attempt: 1,
    event: run.event,
    status: state.status,
    conclusion: state.conclusion,
    workflow_id: run.workflowId,
    url,
    html_url: github.urls.html(`/${name}/actions/runs/${run.id}`),
    pull_requests: [],
    created_at: seconds(run.createdAt),
    updated_at: seconds(state.since),
    run_started_at: seconds(run.createdAt),
    actor,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: github.urls.api(`/repos/${name}/check-suites/${run.id}`),
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: github.urls.api(
      `/repos/${name}/actions/workflows/${run.workflowId}`,
    ),
    head_commit: null,
    repository: repo,
    head_repository: repo,
    display_title: run.title,
  };
}

/** One job of a run, as a check of the commit. */
export function checkRunView(
  github: Github,
  repository: Repository,
  run: Stored<WorkflowRunDoc>,
  job: string,
  index: number,
) {
  const name = `${repository.owner}/${repository.name}`;
  const state = runState(run, github.now());
  // Jobs have no number of their own; a thousand per run is beyond any file.
  const id = run.id * 1000 + index;
  const url = github.urls.api(`/repos/${name}/check-runs/${id}`);
  const page = github.urls.html(`/${name}/actions/runs/${run.id}`);
  return {
    id,
    head_sha: run.headSha,
    node_id: nodeId('CheckRun', id),
    external_id: '',
    url,
    html_url: page,
    details_url: page,
    status: state.status,
    conclusion: state.conclusion,
    started_at: seconds(run.createdAt),
    completed_at: state.status === 'completed' ? seconds(state.since) : null,
    output: {
      title: run.problem ? 'The workflow file is not valid' : null,
      summary: run.problem ?? null,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    name: job,
    check_suite: { id: run.id },
    app: null,
    pull_requests: [],
  };
}

function statusBase(
  github: Github,
  repository: Repository,
  status: Stored<StatusDoc>,
) {
  return {
    url: github.urls.api(
      `/repos/${repository.owner}/${repository.name}/statuses/${status.sha}`,
    ),
    avatar_url: simpleUser(github, status.creator).avatar_url,
    id: status.id,
    node_id: nodeId('Status', status.id),
    state: status.state,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

/** A commit status in the combined answer. */
export const simpleStatusView = statusBase;

/** A commit status in lists. */
export function statusView(
  github: Github,
  repository: Repository,
  status: Stored<StatusDoc>,
) {
  return {
    ...statusBase(github, repository, status),
    creator: simpleUser(github, status.creator),
  };
}
