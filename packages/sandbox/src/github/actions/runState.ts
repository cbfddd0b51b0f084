import { WorkflowRunDoc } from '../store/types';

/** Milliseconds after its creation when a run is picked up and when it ends. */
export const runSchedule = { startsAfter: 700, endsAfter: 3000 };

export interface RunState {
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | null;
  /** ISO 8601; when the state began. */
  since: string;
}

/**
 * Where a run stands. The sandbox has no runners: a run waits, works and ends by
 * the clock alone. It succeeds when GitHub would have accepted the workflow
 * file, and fails when not; it says nothing about the code.
 *
 * @param now - the present time
 */
export function runState(
  run: Pick<WorkflowRunDoc, 'createdAt' | 'problem'>,
  now: Date,
): RunState {
  const created = Date.parse(run.createdAt);
  const age = now.getTime() - created;
  const at = (offset: number) => new Date(created + offset).toISOString();
  if (age < runSchedule.startsAfter) {
    return { status: 'queued', conclusion: null, since: at(0) };
  }
  if (age < runSchedule.endsAfter) {
    return {
      status: 'in_progress',
      conclusion: null,
      since: at(runSchedule.startsAfter),
    };
  }
  return {
    status: 'completed',
    conclusion: run.problem ? 'failure' : 'success',
    since: at(runSchedule.endsAfter),
  };
}
