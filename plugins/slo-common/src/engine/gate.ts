import type { Exemption, GateAnswer, GateDecision, GateReason } from '../types';
import { isExemptionActive } from './exemptions';
import { reasonFor, type GateInput } from './gateReason';
import { policyState } from './policy';

const WORST_FIRST: readonly GateDecision[] = [
  'freeze',
  'unknown',
  'caution',
  'allow',
];

function worst(decisions: readonly GateDecision[]): GateDecision {
  return (
    WORST_FIRST.find(decision => decisions.includes(decision)) ?? 'unknown'
  );
}

function byUrgency(a: GateReason, b: GateReason): number {
  return (
    WORST_FIRST.indexOf(a.decision) - WORST_FIRST.indexOf(b.decision) ||
    (a.remaining ?? Infinity) - (b.remaining ?? Infinity) ||
    a.sloId.localeCompare(b.sloId)
  );
}

/**
 * Answer of promotion gate 4: the worst that the policy says of any SLO of the
 * component, with a reason for each, the worst first.
 *
 * - A component without SLOs, and an SLO without figures, too few of them, or
 *   figures older than `maxAgeSeconds`, is `unknown`, which never reads as
 *   `allow`; if the last figures that are known freeze, it stays `freeze`.
 * - An SLO that is at risk only because it burns fast is `caution`, though the
 *   policy would still allow what is left.
 * - An exemption in force turns each `freeze` into `caution`. It does not turn
 *   `unknown` into anything: it was granted for a frozen budget.
 */
export function decideGate(input: GateInput): GateAnswer {
  const { entityRef, environment, summaries } = input;
  const reasons = summaries
    .map(summary => reasonFor(summary, input))
    .sort(byUrgency);
  const decision = worst(reasons.map(reason => reason.decision));
  const exemption =
    decision === 'freeze'
      ? input.exemptions.find(candidate =>
          isExemptionActive(candidate, { entityRef, environment }, input.now),
        )
      : undefined;
  const remaining = reasons.flatMap(reason => reason.remaining ?? []);
  const least = remaining.length > 0 ? Math.min(...remaining) : undefined;
  const watermarks = summaries.flatMap(
    ({ id, status }) => (input.statuses?.get(id) ?? status).watermark ?? [],
  );
  return {
    decision: exemption
      ? worst(
          reasons.map(reason =>
            reason.decision === 'freeze' ? 'caution' : reason.decision,
          ),
        )
      : decision,
    entityRef,
    environment,
    budgetRemaining: least,
    policy:
      least === undefined ? undefined : policyState(least, input.policy).step,
    reasons: exemption
      ? reasons.map(reason => exempt(reason, exemption))
      : reasons,
    exemption,
    asOf:
      watermarks.length > 0
        ? new Date(Math.min(...watermarks) * 1000).toISOString()
        : undefined,
  };
}

function exempt(reason: GateReason, exemption: Exemption): GateReason {
  return reason.decision === 'freeze'
    ? {
        ...reason,
        decision: 'caution',
        message: `${reason.message} Exempted by ${exemption.grantedBy} until ${exemption.expiresAt}: ${exemption.reason}`,
      }
    : reason;
}
