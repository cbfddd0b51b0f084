import type { CounterPlan } from './counterPlan';

/** Objectives in one query. */
export const BATCH_SIZE = 50;

/**
 * Puts objectives of one shape together. Neighbours in a batch share the values
 * of their first labels where they can, so that a query selects few series that
 * nobody asked for.
 *
 * @param suspects - keys whose query was refused before; each is asked alone
 */
export function batchPlans(
  plans: readonly CounterPlan[],
  suspects: ReadonlySet<string>,
): { batches: CounterPlan[][]; alone: CounterPlan[] } {
  const shapes = new Map<string, CounterPlan[]>();
  const batches: CounterPlan[][] = [];
  const alone: CounterPlan[] = [];
  for (const plan of plans) {
    if (suspects.has(plan.key)) {
      alone.push(plan);
    } else {
      const others = shapes.get(plan.shape) ?? [];
      others.push(plan);
      shapes.set(plan.shape, others);
    }
  }
  for (const ofShape of shapes.values()) {
    const sorted = ofShape
      .map(plan => ({ plan, order: JSON.stringify(plan.labels) }))
      .sort((a, b) => (a.order < b.order ? -1 : 1));
    for (let start = 0; start < sorted.length; start += BATCH_SIZE) {
      batches.push(
        sorted.slice(start, start + BATCH_SIZE).map(({ plan }) => plan),
      );
    }
  }
  return { batches, alone };
}
