import { BOTH_REGIONS, type ComponentRow } from './row';

const risk = { team: 'risk', system: 'risk' } as const;
const data = { team: 'data', system: 'analytics' } as const;

/** Risk and Analytics. */
export const INSIGHT: readonly ComponentRow[] = [
  {
    ...risk,
    name: 'fraud-service',
    title: 'Fraud Service',
    description: 'Scores an order for fraud before it is charged.',
    type: 'service',
    tier: 1,
    language: 'python',
    port: 5047,
    notes: [
      "Above a score of 0.85 an order is flagged, above 0.97 refused. The thresholds are the risk team's alone.",
      'Without features it scores by rules only and says so in the answer.',
    ],
  },
  {
    ...risk,
    name: 'fraud-signal-worker',
    title: 'Fraud Signal Worker',
    description:
      'Learns signals of fraud from orders, payments and sign-ins as they happen.',
    type: 'worker',
    tier: 2,
    language: 'python',
    port: 5048,
    subcomponentOf: 'fraud-service',
  },
  {
    ...risk,
    name: 'audit-log-service',
    title: 'Audit Log Service',
    description:
      'Keeps who did what for 90 days, unchangeable, for PCI-DSS and the risk team.',
    type: 'service',
    tier: 3,
    language: 'java',
    port: 5049,
    uses: ['audit-logs'],
  },
  {
    ...risk,
    name: 'risk-console',
    title: 'Risk Console',
    description: 'Shows flagged orders to analysts, who clear or confirm them.',
    type: 'website',
    tier: 3,
    language: 'typescript',
    runtime: 'static-site',
    uses: ['web-assets'],
  },
  {
    ...data,
    name: 'analytics-stream-job',
    title: 'Analytics Stream Job',
    description:
      'Counts what happens in the shop in windows of five minutes, from every event.',
    type: 'stream-job',
    tier: 2,
    language: 'java',
    runtime: 'flink',
    regions: ['us-east-1'],
    scaling: { min: 4, max: 4, parallelism: 4 },
    uses: ['analytics-dataproc', 'analytics-checkpoints', 'ml-feature-store'],
    notes: [
      'Flink on Dataproc (GCP): tumbling windows of five minutes, a checkpoint every 60 seconds, parallelism 4.',
      'Late events are dropped after one window and counted in late_events_total.',
    ],
  },
  {
    ...data,
    name: 'event-archiver',
    title: 'Event Archiver',
    description:
      "Writes every event to the archive so that history outlives Kafka's seven days.",
    type: 'worker',
    tier: 3,
    language: 'java',
    port: 5050,
    uses: ['event-archive'],
  },
  {
    ...data,
    name: 'feature-store-service',
    title: 'Feature Store Service',
    description: 'Serves fresh features to models in a few milliseconds.',
    type: 'service',
    tier: 2,
    language: 'python',
    port: 5051,
    uses: ['ml-feature-store'],
    notes: [
      'Features lapse after six hours; an absent feature is an answer, not an error.',
    ],
  },
  {
    ...data,
    name: 'recommendation-service',
    title: 'Recommendation Service',
    description: 'Suggests what else a shopper may want.',
    type: 'service',
    lifecycle: 'experimental',
    tier: 2,
    language: 'python',
    port: 5052,
    regions: BOTH_REGIONS,
  },
  {
    ...data,
    name: 'insight-dashboards',
    title: 'Insight Dashboards',
    description:
      'Shows the business its figures, five minutes after they happened.',
    type: 'website',
    tier: 3,
    language: 'typescript',
    runtime: 'static-site',
    uses: ['web-assets'],
  },
];
