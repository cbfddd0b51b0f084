import type { BudgetStatus, SloState } from '../types';
import type { ErrorBudgetPolicy } from './policy';
import { stateOfRemaining } from './state';

/** A change of state that somebody should hear of. */
export interface StateTransition {
  from: SloState;
  to: SloState;
  kind: 'worse' | 'better' | 'data-lost' | 'data-back';
}

/** Figures that show whether an improvement will last. */
export interface TransitionEvidence {
  status: BudgetStatus;
  policy: ErrorBudgetPolicy;
  /** Share of the budget by which a limit must be cleared on the way up. Default 0.02. */
  margin?: number;
  /** Coverage from which data is back, above the floor at which it was lost. Default 0.95. */
  backCoverage?: number;
}

const RANK: Partial<Record<SloState, number>> = {
  healthy: 0,
  'at-risk': 1,
  critical: 2,
  frozen: 3,
  exhausted: 4,
};

function improvementLasts(
  previous: SloState,
  next: SloState,
  evidence: TransitionEvidence | undefined,
): boolean {
  const steps = (RANK[previous] ?? 0) - (RANK[next] ?? 0);
  if (evidence === undefined) {
    return steps > 1;
  }
  const { status, policy, margin = 0.02 } = evidence;
  if (status.remaining === undefined) {
    return false;
  }
  const cautious = stateOfRemaining(status.remaining - margin, policy);
  const slow = status.burn.every(
    ({ lookback, rate }) =>
      lookback !== '6h' || rate === undefined || rate <= 1,
  );
  return (RANK[cautious] ?? 0) <= (RANK[next] ?? 0) && slow;
}

/**
 * Whether a change of state is news. Keep as `previous` the state that was told
 * last (replace it only when this answers something), not the state of the last
 * round: that is half of what keeps it from flapping. The other half:
 *
 * - Worse is told at once.
 * - Better is told when it will last: the limit is cleared by a margin of the
 *   budget, and over 6 h nothing burns faster than evenly. Without evidence,
 *   only an improvement by two states or more is told.
 * - Lost data (`no-data`) is told once. Its return is told when coverage is
 *   well above the floor; without evidence at once. A budget that comes back
 *   worse than at risk is told as `worse`, whatever the coverage.
 * - First sight sets the base and tells nothing, nor does `not-measured`.
 *
 * @param previous - the state that was told last; undefined at first sight
 */
export function detectTransition(
  previous: SloState | undefined,
  next: SloState,
  evidence?: TransitionEvidence,
): StateTransition | undefined {
  if (
    previous === undefined ||
    previous === next ||
    next === 'not-measured' ||
    previous === 'not-measured'
  ) {
    return undefined;
  }
  if (next === 'no-data') {
    return { from: previous, to: next, kind: 'data-lost' };
  }
  const rank = RANK[next] ?? 0;
  if (previous === 'no-data') {
    if (rank >= 2) {
      return { from: previous, to: next, kind: 'worse' };
    }
    const back =
      evidence === undefined ||
      evidence.status.coverage >= (evidence.backCoverage ?? 0.95);
    return back ? { from: previous, to: next, kind: 'data-back' } : undefined;
  }
  if (rank > (RANK[previous] ?? 0)) {
    return { from: previous, to: next, kind: 'worse' };
  }
  return improvementLasts(previous, next, evidence)
    ? { from: previous, to: next, kind: 'better' }
    : undefined;
}
