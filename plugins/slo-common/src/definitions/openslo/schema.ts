import { z } from 'zod';
import { MAX_METADATA_ENTRIES, MAX_OBJECTIVES } from '../limits';
import { fields } from '../yaml/shape';

const description = z
  .string()
  .max(1050, 'is longer than the 1050 characters that OpenSLO allows')
  .optional();

/** A mapping with a bounded number of entries. */
function bounded<T extends z.ZodType>(value: T) {
  return z
    .record(z.string(), value)
    .refine(
      entries => Object.keys(entries).length <= MAX_METADATA_ENTRIES,
      `has more than ${MAX_METADATA_ENTRIES} entries: keep what describes the SLO`,
    );
}

export const metadata = fields({
  name: z.string(),
  displayName: z.string().max(200, 'is longer than 200 characters').optional(),
  labels: bounded(
    z.union(
      [z.string(), z.array(z.string())],
      'must be a text or a list of texts: put numbers and true or false in quotes',
    ),
  ).optional(),
  annotations: bounded(z.string()).optional(),
});

const metric = fields({
  metricSource: fields({
    metricSourceRef: z.string().optional(),
    type: z.string().min(1, 'is empty').optional(),
    spec: z.record(z.string(), z.unknown()),
  }),
});

const sliSpec = fields({
  description,
  thresholdMetric: metric.optional(),
  ratioMetric: fields({
    counter: z.boolean().optional(),
    good: metric.optional(),
    bad: metric.optional(),
    total: metric.optional(),
    rawType: z.enum(['success', 'failure']).optional(),
    raw: metric.optional(),
  }).optional(),
});

/** An SLI inside an SLO or an objective: the envelope is optional there. */
const inlineSli = fields({
  apiVersion: z.string().optional(),
  kind: z.literal('SLI').optional(),
  metadata: metadata.optional(),
  spec: sliSpec,
});

const objective = fields({
  displayName: z.string().max(200, 'is longer than 200 characters').optional(),
  op: z.enum(['lte', 'gte', 'lt', 'gt']).optional(),
  value: z.number().optional(),
  target: z.number().optional(),
  targetPercent: z.number().optional(),
  timeSliceTarget: z.number().optional(),
  timeSliceWindow: z
    .union(
      [z.number(), z.string()],
      'must be a number of minutes or a duration, for example 5m',
    )
    .optional(),
  indicator: inlineSli.optional(),
  indicatorRef: z.string().optional(),
  compositeWeight: z.number().optional(),
});

const timeWindow = fields({
  duration: z.string(),
  isRolling: z.boolean().optional(),
  calendar: fields({ startTime: z.string(), timeZone: z.string() }).optional(),
});

const conditionSpec = fields({
  description,
  severity: z.string().min(1, 'is empty: write for example page or ticket'),
  condition: fields({
    kind: z.literal('burnrate').optional(),
    op: z.enum(['lte', 'gte', 'lt', 'gt']).optional(),
    threshold: z.number(),
    lookbackWindow: z.string(),
    alertAfter: z.string().optional(),
  }),
});

const conditionUse = fields({
  conditionRef: z.string().optional(),
  apiVersion: z.string().optional(),
  kind: z.literal('AlertCondition').optional(),
  metadata: metadata.optional(),
  spec: conditionSpec.optional(),
});

const targetSpec = fields({ description, target: z.string() });

const policySpec = fields({
  description,
  alertWhenNoData: z.boolean().optional(),
  alertWhenResolved: z.boolean().optional(),
  alertWhenBreaching: z.boolean().optional(),
  conditions: z.array(conditionUse),
  notificationTargets: z
    .array(
      fields({
        targetRef: z.string().optional(),
        apiVersion: z.string().optional(),
        kind: z.literal('AlertNotificationTarget').optional(),
        metadata: metadata.optional(),
        spec: targetSpec.optional(),
      }),
    )
    .optional(),
});

const policyUse = fields({
  alertPolicyRef: z.string().optional(),
  apiVersion: z.string().optional(),
  kind: z.literal('AlertPolicy').optional(),
  metadata: metadata.optional(),
  spec: policySpec.optional(),
});

const sloSpec = fields({
  description,
  service: z.string().min(1, 'is empty: write the name of the service'),
  indicator: inlineSli.optional(),
  indicatorRef: z.string().optional(),
  timeWindow: z.array(timeWindow).optional(),
  budgetingMethod: z.enum(['Occurrences', 'Timeslices', 'RatioTimeslices']),
  objectives: z
    .array(objective)
    .min(1, 'is empty: write at least one objective with a target')
    .max(MAX_OBJECTIVES, `has more than ${MAX_OBJECTIVES} objectives`),
  alertPolicies: z
    .array(
      z.preprocess(
        // A bare name is short for a reference.
        value =>
          typeof value === 'string' ? { alertPolicyRef: value } : value,
        policyUse,
      ),
    )
    .optional(),
});

function document<K extends string, S extends z.ZodType>(kind: K, spec: S) {
  return fields({
    apiVersion: z.literal('openslo/v1'),
    kind: z.literal(kind),
    metadata,
    spec,
  });
}

/** Documents of OpenSLO v1, by kind. Anything that is not named here is refused. */
export const documents = {
  SLO: document('SLO', sloSpec),
  SLI: document('SLI', sliSpec),
  Service: document('Service', fields({ description })),
  DataSource: document(
    'DataSource',
    fields({
      description,
      type: z.string().min(1, 'is empty: write for example Prometheus'),
      connectionDetails: z.unknown().optional(),
    }),
  ),
  AlertPolicy: document('AlertPolicy', policySpec),
  AlertCondition: document('AlertCondition', conditionSpec),
  AlertNotificationTarget: document('AlertNotificationTarget', targetSpec),
};

export type Kind = keyof typeof documents;
export type DocumentOf<K extends Kind> = z.output<(typeof documents)[K]>;
export type Metadata = z.output<typeof metadata>;
export type SloSpec = z.output<typeof sloSpec>;
export type Objective = z.output<typeof objective>;
export type SliSpec = z.output<typeof sliSpec>;
export type Metric = z.output<typeof metric>;
export type PolicyUse = z.output<typeof policyUse>;
export type PolicySpec = z.output<typeof policySpec>;
export type ConditionUse = z.output<typeof conditionUse>;
export type ConditionSpec = z.output<typeof conditionSpec>;
