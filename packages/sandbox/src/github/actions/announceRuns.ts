import { Github } from '../Github';
import { workflowRunView } from '../rest/present/runs';
import { simpleUser } from '../rest/present/users';
import { emit } from '../webhooks/emit';
import { runSchedule, runState } from './runState';

const actions = {
  queued: 'requested',
  in_progress: 'in_progress',
  completed: 'completed',
} as const;

const order = ['queued', 'in_progress', 'completed'] as const;

/**
 * Sends the workflow_run webhooks of a run as far as it has come, and looks
 * again when its next state is due. After a restart it goes on where it stopped.
 */
export function announceRun(github: Github, runId: number): void {
  const run = github.store.runs.byId(runId);
  const repository = run && github.store.repositories.byId(run.repositoryId);
  if (!run || !repository) {
    return;
  }
  const { status } = runState(run, github.now());
  const done = run.announced ? order.indexOf(run.announced) : -1;
  github.store.transaction(() => {
    for (const state of order.slice(done + 1, order.indexOf(status) + 1)) {
      emit(github, repository, 'workflow_run', actions[state], {
        workflow_run: workflowRunView(github, repository, run),
        sender: simpleUser(github, run.actor),
      });
    }
    github.store.runs.update(run.id, { announced: status });
  });
  github.webhooks.kick();
  if (status !== 'completed') {
    const due =
      Date.parse(run.createdAt) +
      (status === 'queued' ? runSchedule.startsAfter : runSchedule.endsAfter);
    github.webhooks.later(due - github.now().getTime(), () =>
      announceRun(github, runId),
    );
  }
}

/** Takes up all runs that a stop of the sandbox interrupted. */
export function resumeRuns(github: Github): void {
  for (const run of github.store.runs.all()) {
    if (run.announced !== 'completed') {
      announceRun(github, run.id);
    }
  }
}
