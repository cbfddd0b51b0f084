import {
  type BudgetStatus,
  COUNT_SCALE,
  emptySums,
  type Slice,
  SLICE_SECONDS,
  type SloDefinition,
} from '@arctiq/plugin-slo-common';
import type { SloComponent } from '../store/DefinitionStore';
import type { EvaluatedSlo } from '../store/StatusStore';

/** A component of the team `orders`. */
export function sloComponent(
  overrides: Partial<SloComponent> = {},
): SloComponent {
  return {
    entityRef: 'component:default/order-service',
    title: 'Order service',
    ownerRef: 'group:default/orders',
    systemRef: 'system:default/orders',
    tier: 1,
    ...overrides,
  };
}

/** 99.9 % of requests over 30 days. */
export function sloDefinition(
  overrides: Partial<SloDefinition> & {
    component?: string;
    name?: string;
  } = {},
): SloDefinition {
  const {
    component = 'order-service',
    name = 'availability',
    ...rest
  } = overrides;
  const id = `default/${component}/${name}`;
  return {
    id,
    entityRef: `component:default/${component}`,
    name,
    displayName: 'Availability',
    service: component,
    labels: {},
    window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    budgetingMethod: 'Occurrences',
    objectives: [
      {
        key: id,
        target: '0.999',
        weight: 1,
        indicator: {
          kind: 'ratio',
          counter: true,
          good: { query: 'sum(good_total)', type: 'prometheus' },
          total: { query: 'sum(requests_total)', type: 'prometheus' },
        },
      },
    ],
    alerts: [],
    format: 'openslo/v1',
    source: { file: 'https://github.test/o/order-service/slo.yaml', line: 1 },
    measurementHash: 'a'.repeat(64),
    ...rest,
  };
}

/** Slices with the same traffic, up to and including `to`. */
export function sliceSeries(
  from: number,
  to: number,
  errorRatio: number,
  perSlice: number = 1000,
): Slice[] {
  const slices: Slice[] = [];
  for (let end = from + SLICE_SECONDS; end <= to; end += SLICE_SECONDS) {
    const total = perSlice * COUNT_SCALE;
    const good = Math.round(total * (1 - errorRatio));
    slices.push({ end, state: 'measured', good, total });
  }
  return slices;
}

/** An SLO after a round of evaluation. */
export function evaluatedSlo(
  overrides: Partial<Omit<EvaluatedSlo['summary'], 'status'>> & {
    id?: string;
    status?: Partial<BudgetStatus>;
  } = {},
): EvaluatedSlo {
  const {
    status,
    id = 'default/order-service/availability',
    ...rest
  } = overrides;
  const [, component, name] = id.split('/');
  return {
    summary: {
      id,
      entityRef: `component:default/${component}`,
      entityTitle: component,
      ownerRef: 'group:default/orders',
      systemRef: 'system:default/orders',
      tier: 1,
      name,
      displayName: name,
      target: '0.999',
      window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
      budgetingMethod: 'Occurrences',
      composite: false,
      ...rest,
      status: {
        window: { from: 0, to: 2_592_000 },
        watermark: 2_592_000,
        remaining: 0.8,
        consumed: 0.2,
        burn: [],
        currentBurn: 1,
        countdown: { kind: 'never' },
        coverage: 1,
        events: 1000,
        confidence: 'high',
        state: 'healthy',
        quality: 'complete',
        reasons: [],
        ...status,
      },
    },
    members: [],
    measured: [{ target: '0.999', sums: emptySums() }],
  };
}
