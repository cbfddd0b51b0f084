import type { SloSpec } from './types';

const pick = (slos: readonly SloSpec[], name: string) =>
  slos.find(slo => slo.name === name);

/**
 * From the basket to a paid order: three services at once. Weights add up to 1,
 * so that the journey has spent its budget when its steps have on average.
 */
function checkoutJourney(all: readonly SloSpec[]): SloSpec[] {
  const rows: Array<[string, string, number]> = [
    ['cart-service', 'Basket', 0.2],
    ['order-service', 'Order', 0.4],
    ['payment-service', 'Payment', 0.4],
  ];
  const members = rows.flatMap(([component, title, weight]) => {
    const slo = pick(all, `${component}-availability`);
    return slo
      ? {
          name: component,
          title,
          target: slo.target,
          weight,
          indicator: slo.indicator,
        }
      : [];
  });
  return [
    {
      component: 'order-service',
      name: 'checkout-journey',
      aspect: 'journey',
      title: 'Checkout journey',
      description: 'From the basket to a paid order, every step answered',
      target: '0.9995',
      method: 'Occurrences',
      window: { duration: '28d' },
      indicator: members[0].indicator,
      members,
    },
  ];
}

/** Objectives of kinds that occur once or twice in the company. */
export function specialSlos(all: readonly SloSpec[]): SloSpec[] {
  return [
    ...checkoutJourney(all),
    {
      component: 'search-indexer',
      name: 'search-indexer-lag',
      aspect: 'lag',
      title: 'Index lag',
      description: 'The search index is less than 5 s behind the catalogue',
      target: '0.99',
      method: 'Occurrences',
      window: { duration: '28d' },
      indicator: {
        kind: 'threshold',
        query: 'max(messaging_consumer_lag_seconds{job="search-indexer"})',
        op: 'lte',
        value: 5,
      },
    },
    {
      component: 'failover-controller',
      name: 'failover-controller-reachability',
      aspect: 'reachability',
      title: 'Reachability from outside',
      description: 'Probes from outside that reach the edge of a region',
      target: '0.9995',
      method: 'RatioTimeslices',
      window: { duration: '30d' },
      indicator: {
        kind: 'raw',
        query: 'avg(probe_success{job="failover-controller"})',
      },
    },
    {
      component: 'fraud-signal-worker',
      name: 'fraud-signal-worker-learning',
      aspect: 'learning',
      title: 'Signals learned',
      description: 'Signals that reach the model within a minute',
      target: '0.99',
      method: 'Occurrences',
      window: { duration: '30d' },
      // The metric was renamed before the file was written; nobody noticed.
      indicator: {
        kind: 'ratio',
        good: 'sum(fraud_signals_learned_total{job="fraud-signal-worker",on_time="true"})',
        total: 'sum(fraud_signals_learned_total{job="fraud-signal-worker"})',
      },
    },
  ];
}
