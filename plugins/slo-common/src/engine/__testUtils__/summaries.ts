import type { BudgetStatus, SloSummary } from '../../types';
import { evaluate } from '../evaluate';
import type { EvaluateInput } from '../options';

/** Status of something measured to its end, without doubts. */
export function status(overrides: Partial<BudgetStatus> = {}): BudgetStatus {
  const remaining = overrides.remaining ?? 0.8;
  return {
    watermark: 1_793_500_000,
    window: { from: 1_790_908_000, to: 1_793_500_000 },
    sli: 0.9998,
    remaining,
    consumed: 1 - remaining,
    burn: [],
    currentBurn: 0.5,
    countdown: { kind: 'never' },
    coverage: 1,
    events: 1000,
    confidence: 'high',
    state: 'healthy',
    quality: 'complete',
    reasons: [],
    ...overrides,
  };
}

export function summary(overrides: Partial<SloSummary> = {}): SloSummary {
  return {
    id: 'shop/order-service/availability',
    entityRef: 'component:default/order-service',
    entityTitle: 'Order service',
    name: 'availability',
    displayName: 'Orders are accepted',
    target: '0.999',
    window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    budgetingMethod: 'Occurrences',
    composite: false,
    status: status(),
    ...overrides,
  };
}

/** The line of a list that an input gives. */
export function summaryOf(input: EvaluateInput): SloSummary {
  const { definition } = input;
  return summary({
    id: definition.id,
    target: definition.objectives[0].target,
    window: definition.window,
    budgetingMethod: definition.budgetingMethod,
    status: evaluate(input).status,
  });
}
