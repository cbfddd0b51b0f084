import { readCommit } from '../git/log';
import { readObjects } from '../git/objects';
import { listTree } from '../git/trees';
import { directoryOf, Github, Repository, timestamp } from '../Github';
import { Stored } from '../store/documents';
import { WorkflowDoc, WorkflowRunDoc } from '../store/types';
import { ParsedWorkflow, parseWorkflow } from './parseWorkflow';

const folder = '.github/workflows';

/** A workflow file as it is in a commit. */
export interface WorkflowFile extends ParsedWorkflow {
  path: string;
}

/** The workflow files of a commit. */
export async function readWorkflows(
  dir: string,
  commit: string,
): Promise<WorkflowFile[]> {
  const entries = await listTree(dir, `${commit}:${folder}`);
  const files = (entries ?? []).filter(
    entry => entry.type === 'blob' && /\.ya?ml$/.test(entry.path),
  );
  if (files.length === 0) {
    return [];
  }
  const blobs = await readObjects(
    dir,
    files.map(file => file.sha),
  );
  return files.map((file, index) => {
    const path = `${folder}/${file.path}`;
    return {
      path,
      ...parseWorkflow(path, blobs[index]?.data.toString('utf8') ?? ''),
    };
  });
}

/** Keeps the workflow's record in step with its file. */
export function recordWorkflow(
  github: Github,
  repository: Repository,
  file: WorkflowFile,
): Stored<WorkflowDoc> {
  const known = github.store.workflows.get(repository.id, file.path);
  const now = timestamp(github);
  if (!known) {
    return github.store.workflows.insert(repository.id, file.path, {
      repositoryId: repository.id,
      name: file.name,
      path: file.path,
      createdAt: now,
      updatedAt: now,
    });
  }
  return known.name === file.name
    ? known
    : github.store.workflows.update(known.id, {
        name: file.name,
        updatedAt: now,
      });
}

/** What sets a run off. */
export interface RunCause {
  event: string;
  branch: string;
  commit: string;
  actor: string;
}

/** A run that is to be stored together with what caused it. */
export type PlannedRun = Omit<
  WorkflowRunDoc,
  'workflowId' | 'runNumber' | 'createdAt'
> & { file: WorkflowFile };

/**
 * Finds the workflows that an event starts.
 *
 * @param only - path of a single workflow, for a dispatch
 */
export async function planRuns(
  github: Github,
  repository: Repository,
  cause: RunCause,
  only?: string,
): Promise<PlannedRun[]> {
  const dir = directoryOf(github, repository);
  const files = (await readWorkflows(dir, cause.commit)).filter(file =>
    only ? file.path === only : file.startsOn(cause.event, cause.branch),
  );
  if (files.length === 0) {
    return [];
  }
  const commit = await readCommit(dir, cause.commit);
  return files.map(file => ({
    repositoryId: repository.id,
    file,
    name: file.name,
    path: file.path,
    event: cause.event,
    headBranch: cause.branch,
    headSha: cause.commit,
    title: commit.message.split('\n')[0],
    actor: cause.actor,
    jobs: file.jobs,
    problem: file.problem,
  }));
}

/** Stores planned runs; called inside the transaction of their cause. */
export function insertRuns(
  github: Github,
  repository: Repository,
  planned: PlannedRun[],
): Stored<WorkflowRunDoc>[] {
  return planned.map(({ file, ...run }) => {
    const workflow = recordWorkflow(github, repository, file);
    const earlier = github.store.runs
      .list(repository.id)
      .filter(other => other.workflowId === workflow.id).length;
    return github.store.runs.append(repository.id, {
      ...run,
      workflowId: workflow.id,
      runNumber: earlier + 1,
      createdAt: github.now().toISOString(),
    });
  });
}
