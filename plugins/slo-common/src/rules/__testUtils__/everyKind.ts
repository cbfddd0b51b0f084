import {
  change,
  OPENSLO,
  PYRRA,
  SLOTH,
} from '../../definitions/__testUtils__/files';

const source = (query: string) =>
  `{ metricSource: { type: Prometheus, spec: { query: '${query}' } } }`;

function openSlo(
  name: string,
  method: string,
  objectives: string,
  indicator?: string,
  window = '{ duration: 28d, isRolling: true }',
): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name}, displayName: 'Has "quotes", \\ and {{ braces }}' }
spec:
  service: order-service
${
  indicator ? `  indicator: { spec: ${indicator} }\n` : ''
}  timeWindow: [${window}]
  budgetingMethod: ${method}
  objectives:
${objectives}
`;
}

const ratio = `{ ratioMetric: { counter: true, bad: ${source(
  'hits{job="order-service",code="500"}',
)}, total: ${source('hits{job="order-service"}')} } }`;
const windowed = `{ ratioMetric: { good: ${source(
  'sum by (path) (increase(hits{job="order-service",code="200"}[$window]))',
)}, total: ${source(
  'sum by (path) (increase(hits{job="order-service"}[$window]))',
)} } }`;
const perSlice = `{ ratioMetric: { good: ${source(
  'order_service_good_of_5m',
)}, total: ${source('order_service_all_of_5m')} } }`;
const raw = `{ ratioMetric: { rawType: success, raw: ${source(
  'order_service:ratio',
)} } }`;
const threshold = `{ thresholdMetric: ${source(
  'kafka_lag{job="order-service"}',
)} }`;
const slices = 'timeSliceTarget: 0.95, timeSliceWindow: 15m';
const quarter =
  '{ duration: 1Q, calendar: { startTime: 2026-01-01 00:00:00, timeZone: UTC } }';

/** One file with every format, method and indicator that rules are made of. */
export const EVERY_KIND = [
  OPENSLO,
  SLOTH,
  PYRRA,
  openSlo('bad-total', 'Occurrences', '    - { target: 0.99 }', ratio),
  openSlo('windowed', 'Occurrences', '    - { target: 0.99 }', windowed),
  openSlo('per-slice', 'Occurrences', '    - { target: 0.99 }', perSlice),
  openSlo('raw', 'Occurrences', '    - { target: 0.99 }', raw),
  openSlo(
    'threshold',
    'Occurrences',
    '    - { target: 0.99, op: lt, value: 1.5e-3 }\n    - { target: 0.999, op: lte, value: -1 }',
    threshold,
  ),
  openSlo('slices', 'Timeslices', `    - { target: 0.99, ${slices} }`, ratio),
  openSlo('raw-slices', 'Timeslices', `    - { target: 0.99, ${slices} }`, raw),
  openSlo(
    'ratio-slices',
    'RatioTimeslices',
    '    - { target: 0.99, timeSliceWindow: 60 }',
    ratio,
  ),
  openSlo(
    'raw-ratio-slices',
    'RatioTimeslices',
    '    - { target: 0.99, timeSliceWindow: 60 }',
    raw,
  ),
  openSlo(
    'composite',
    'Occurrences',
    `    - { target: 0.99, compositeWeight: 2, indicator: { spec: ${ratio} } }\n    - { target: 0.999, indicator: { spec: ${raw} } }`,
  ),
  openSlo('quarter', 'Occurrences', '    - { target: 0.9995 }', ratio, quarter),
  openSlo(
    'week',
    'Occurrences',
    '    - { target: 0.8 }',
    ratio,
    '{ duration: 1w, isRolling: true }',
  ),
  openSlo(
    'hours',
    'Occurrences',
    '    - { target: 0.99 }',
    ratio,
    '{ duration: 12h, isRolling: true }',
  ),
  change(
    change(OPENSLO, 'name: availability', 'name: with-policy'),
    'target: 0.9995',
    `target: 0.9995
  alertPolicies:
    - kind: AlertPolicy
      metadata: { name: slow }
      spec:
        conditions:
          - kind: AlertCondition
            spec:
              severity: ticket
              condition: { threshold: 1, lookbackWindow: 4h, alertAfter: 30m }`,
  ),
].join('---\n');
