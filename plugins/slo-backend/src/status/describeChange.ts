import {
  detectTransition,
  type ErrorBudgetPolicy,
  policyState,
  type SloState,
  type SloSummary,
  type StateTransition,
} from '@arctiq/plugin-slo-common';
import type { StateChange } from '../store/StatusStore';

const WORDS: Record<SloState, string> = {
  exhausted: 'has spent its error budget',
  frozen: 'has frozen the promotion gate',
  critical: 'stops deploys',
  'at-risk': 'is at risk',
  healthy: 'is healthy again',
  'no-data': 'is not measured any more',
  'not-measured': 'is not measured',
};

const SEVERITY = {
  exhausted: 'critical',
  frozen: 'critical',
  critical: 'high',
  'at-risk': 'normal',
  healthy: 'low',
  'no-data': 'normal',
  'not-measured': 'low',
} as const satisfies Record<SloState, StateChange['severity']>;

/**
 * What its owner is told about an SLO, if anything is news.
 *
 * @param told - state that they were told last
 */
export function describeChange(
  told: SloState | undefined,
  summary: SloSummary,
  policy: ErrorBudgetPolicy,
): StateChange | undefined {
  const { status } = summary;
  const transition = detectTransition(told, status.state, { status, policy });
  if (!transition) {
    return undefined;
  }
  return {
    sloId: summary.id,
    displayName: summary.displayName,
    entityTitle: summary.entityTitle,
    ownerRef: summary.ownerRef,
    from: transition.from,
    to: transition.to,
    title: `${summary.entityTitle}: ${summary.displayName} ${verb(transition)}`,
    description: describe(summary, policy),
    severity: transition.kind === 'better' ? 'low' : SEVERITY[transition.to],
  };
}

function verb({ kind, to }: StateTransition): string {
  if (kind === 'data-back') {
    return 'is measured again';
  }
  return kind === 'better' && to !== 'healthy'
    ? 'has recovered in part'
    : WORDS[to];
}

function describe({ status }: SloSummary, policy: ErrorBudgetPolicy): string {
  const { remaining, currentBurn, countdown, reasons } = status;
  if (remaining === undefined) {
    return reasons.join(' ') || 'There are no figures.';
  }
  const { step } = policyState(remaining, policy);
  const burn =
    currentBurn === undefined
      ? ''
      : ` It burns ${currentBurn.toFixed(1)} times the even pace.`;
  const ends =
    countdown.kind === 'at'
      ? ` At this pace the budget ends at ${new Date(countdown.time * 1000)
          .toISOString()
          .slice(0, 16)
          .replace('T', ' ')} UTC.`
      : '';
  return `${(remaining * 100).toFixed(
    1,
  )} % of the budget is left.${burn}${ends} ${step.name}: ${step.action}`;
}
