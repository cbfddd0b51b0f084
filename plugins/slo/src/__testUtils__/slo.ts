import type {
  BudgetStatus,
  GateAnswer,
  Rollup,
  SloDefinition,
  SloDetail,
  SloPage,
  SloSummary,
} from '@arctiq/plugin-slo-common';

/** A slice boundary, and the moment of the tests. */
export const NOW = Date.parse('2026-11-21T09:40:00Z') / 1000;

/** The budget of a healthy SLO over 28 days. */
export function statusOf(overrides: Partial<BudgetStatus> = {}): BudgetStatus {
  return {
    watermark: NOW,
    window: { from: NOW - 28 * 86_400, to: NOW },
    sli: 0.9998,
    remaining: 0.6,
    consumed: 0.4,
    budget: { unit: 'events', total: 500, left: 300, estimated: false },
    burn: [
      { lookback: '5m', rate: 0.3, coverage: 1 },
      { lookback: '1h', rate: 0.2, coverage: 1 },
      { lookback: '6h', coverage: 0.4 },
    ],
    currentBurn: 0.2,
    countdown: { kind: 'never' },
    coverage: 1,
    events: 1_000_000,
    confidence: 'high',
    smallestStep: 0.002,
    state: 'healthy',
    quality: 'complete',
    reasons: [],
    ...overrides,
  };
}

/** An SLO in a list. */
export function summaryOf(
  overrides: Omit<Partial<SloSummary>, 'status'> & {
    status?: Partial<BudgetStatus>;
  } = {},
): SloSummary {
  const { status, ...rest } = overrides;
  const name = rest.name ?? 'availability';
  return {
    id: `default/order-service/${name}`,
    entityRef: 'component:default/order-service',
    entityTitle: 'Order service',
    ownerRef: 'group:default/orders',
    systemRef: 'system:default/orders',
    tier: 1,
    name,
    displayName: 'Availability',
    target: '0.9995',
    window: { kind: 'rolling', duration: { value: 28, unit: 'd' } },
    budgetingMethod: 'Occurrences',
    composite: false,
    ...rest,
    status: statusOf(status),
  };
}

/** A page of a list, complete and just measured. */
export function pageOf(
  items: SloSummary[],
  overrides: Partial<SloPage> = {},
): SloPage {
  const states: SloPage['states'] = {};
  for (const { status } of items) {
    states[status.state] = (states[status.state] ?? 0) + 1;
  }
  return {
    items,
    totalItems: items.length,
    states,
    pageInfo: {},
    asOf: new Date().toISOString(),
    quality: 'complete',
    ...overrides,
  };
}

/** Figures of several SLOs together. */
export function rollupOf(overrides: Partial<Rollup> = {}): Rollup {
  return {
    ref: 'group:default/orders',
    title: 'Orders',
    slos: 3,
    states: { healthy: 2, 'at-risk': 1 },
    sli: 0.9997,
    remaining: 0.45,
    coverage: 1,
    asOf: new Date().toISOString(),
    quality: 'complete',
    ...overrides,
  };
}

const definition: SloDefinition = {
  id: 'default/order-service/availability',
  entityRef: 'component:default/order-service',
  name: 'availability',
  displayName: 'Availability',
  description: 'Orders are taken.',
  service: 'order-service',
  labels: {},
  window: { kind: 'rolling', duration: { value: 28, unit: 'd' } },
  budgetingMethod: 'Occurrences',
  objectives: [
    {
      key: 'default/order-service/availability',
      target: '0.9995',
      weight: 1,
      indicator: {
        kind: 'ratio',
        counter: true,
        good: { query: 'sum(good_total)', type: 'prometheus' },
        total: { query: 'sum(all_total)', type: 'prometheus' },
      },
    },
  ],
  alerts: [],
  runbookUrl: 'https://runbooks.test/orders',
  format: 'openslo/v1',
  source: {
    file: 'https://github.test/arctiq/order-service/blob/main/slo.yaml',
    line: 3,
  },
  measurementHash: 'abc',
};

/** An SLO with all that its page shows. */
export function detailOf(
  overrides: Omit<Partial<SloDetail>, 'status'> & {
    status?: Partial<BudgetStatus>;
  } = {},
): SloDetail {
  const { status, ...rest } = overrides;
  return {
    ...summaryOf({ status }),
    definition,
    members: [],
    provenance: [
      {
        server: 'main',
        serverUrl: 'https://prometheus.test',
        queries: [{ role: 'good', promql: 'sum(increase(good_total[5m]))' }],
        measuredAt: new Date().toISOString(),
        warnings: [],
        measuredSince: NOW - 90 * 86_400,
        arithmetic: [
          '1,000,000 events, 200 bad: 200 of 500 allowed are spent.',
        ],
      },
    ],
    corrections: [],
    events: [],
    revisions: [
      { revision: 1, since: '2026-08-01T00:00:00.000Z', summary: 'First seen' },
    ],
    policy: {
      step: {
        below: Infinity,
        name: 'Ship freely',
        action: 'Features and experiments go on.',
        decision: 'allow',
      },
      next: {
        below: 0.5,
        name: 'Features freeze',
        action: 'Fixes only.',
        decision: 'caution',
      },
    },
    allowed: { correct: false },
    ...rest,
  };
}

/** An answer of the gate. */
export function gateOf(overrides: Partial<GateAnswer> = {}): GateAnswer {
  return {
    decision: 'allow',
    entityRef: 'component:default/order-service',
    environment: 'prod',
    budgetRemaining: 0.6,
    policy: {
      below: Infinity,
      name: 'Ship freely',
      action: 'Features and experiments go on.',
      decision: 'allow',
    },
    reasons: [],
    asOf: new Date().toISOString(),
    ...overrides,
  };
}
