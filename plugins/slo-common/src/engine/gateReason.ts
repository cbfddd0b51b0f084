import type {
  BudgetStatus,
  EventSpend,
  Exemption,
  GateDecision,
  GateReason,
  SloSummary,
} from '../types';
import { gateMessage } from './gateMessage';
import { policyState, type ErrorBudgetPolicy } from './policy';

/** What gate 4 decides on. */
export interface GateInput {
  entityRef: string;
  environment: string;
  /** SLOs of the component. */
  summaries: readonly SloSummary[];
  /** Fresher statuses by SLO id; those of the summaries where absent. */
  statuses?: ReadonlyMap<string, BudgetStatus>;
  policy: ErrorBudgetPolicy;
  exemptions: readonly Exemption[];
  /** What events spent, by SLO id. */
  spends?: ReadonlyMap<string, readonly EventSpend[]>;
  /** Unix seconds. */
  now: number;
  /** Age from which a figure no longer allows anything, seconds. */
  maxAgeSeconds: number;
}

/** Decision for one SLO by its figures alone. */
function decide(status: BudgetStatus, input: GateInput): GateDecision {
  const { remaining, watermark, state } = status;
  if (remaining === undefined || watermark === undefined) {
    return 'unknown';
  }
  const { decision } = policyState(remaining, input.policy).step;
  const stale = input.now - watermark > input.maxAgeSeconds;
  if (stale || state === 'no-data' || state === 'not-measured') {
    return decision === 'freeze' ? 'freeze' : 'unknown';
  }
  return decision === 'allow' && state !== 'healthy' ? 'caution' : decision;
}

/** The deploy that spent most, if one spent anything. */
function topDeploy(spends: readonly EventSpend[] = []): GateReason['spentBy'] {
  const deploys = spends
    .filter(({ event, spent }) => event.kind === 'deploy' && (spent ?? 0) > 0)
    .sort((a, b) => (b.spent ?? 0) - (a.spent ?? 0));
  const top = deploys.at(0);
  return top
    ? { title: top.event.title, url: top.event.url, spent: top.spent ?? 0 }
    : undefined;
}

/** What one SLO says of shipping now, and why. */
export function reasonFor(summary: SloSummary, input: GateInput): GateReason {
  const status = input.statuses?.get(summary.id) ?? summary.status;
  const decision = decide(status, input);
  const spentBy = topDeploy(input.spends?.get(summary.id));
  const stale =
    status.watermark !== undefined &&
    input.now - status.watermark > input.maxAgeSeconds;
  return {
    sloId: summary.id,
    displayName: summary.displayName,
    decision,
    state: status.state,
    remaining: status.remaining,
    message: gateMessage(summary.displayName, status, {
      policy: input.policy,
      spentBy,
      staleSeconds:
        stale && status.watermark !== undefined
          ? input.now - status.watermark
          : undefined,
    }),
    spentBy,
  };
}
