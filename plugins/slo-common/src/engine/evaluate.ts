import type { BudgetStatus } from '../types';
import { composeStatus } from './composite';
import { evaluateObjective } from './objective';
import { withDefaults, type EvaluateInput } from './options';
import { floorToSlice } from './ranges';

/** What `evaluate` answers. */
export interface Evaluation {
  status: BudgetStatus;
  /** Members of a composite in the order of the definition; empty when there is one objective. */
  members: { key: string; status: BudgetStatus }[];
}

/** Last slice that every measured objective has closed; undefined when none was ever measured. */
export function commonWatermark({
  definition,
  timelines,
}: Pick<EvaluateInput, 'definition' | 'timelines'>): number | undefined {
  const watermarks = definition.objectives.flatMap(({ key }) => {
    const timeline = timelines.get(key);
    return timeline && timeline.last > timeline.first ? [timeline.last] : [];
  });
  return watermarks.length > 0 ? Math.min(...watermarks) : undefined;
}

/** Evaluates as if the last closed slice ended at `at`, Unix seconds. */
export function evaluateAt(input: EvaluateInput, at: number): Evaluation {
  const options = withDefaults(input.options);
  const members = input.definition.objectives.map(objective =>
    evaluateObjective(input, objective, at, options),
  );
  if (members.length === 1) {
    return { status: members[0].status, members: [] };
  }
  return {
    status: composeStatus(input, members, at, options),
    members: members.map(({ objective, status }) => ({
      key: objective.key,
      status,
    })),
  };
}

/**
 * Status of one SLO: the one computation behind tile, chart, gate and API.
 *
 * Figures hold at the watermark, the last slice that all objectives closed;
 * the clock `now` only decides whether they are stale. A window without
 * traffic or with too few known slices is `no-data`, never healthy.
 *
 * @throws RangeError when a target or the window of the definition is impossible
 */
export function evaluate(input: EvaluateInput): Evaluation {
  const at = commonWatermark(input) ?? floorToSlice(input.now);
  return evaluateAt(input, at);
}
