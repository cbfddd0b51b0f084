import type { SloDefinition } from '@arctiq/plugin-slo-common';
import { z } from 'zod';

const duration = z.object({
  value: z.number(),
  unit: z.enum(['m', 'h', 'd', 'w', 'M', 'Q', 'Y']),
});

/** A rolling or calendar window. */
export const windowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rolling'), duration }),
  z.object({
    kind: z.literal('calendar'),
    duration,
    startTime: z.string(),
    timeZone: z.string(),
  }),
]);

/** How good and bad are counted. */
export const methodSchema = z.enum([
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
]);

const query = z.object({
  query: z.string(),
  type: z.string(),
  server: z.string().optional(),
});

const comparison = z.enum(['lte', 'gte', 'lt', 'gt']);

const indicator = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ratio'),
    counter: z.boolean(),
    good: query.optional(),
    bad: query.optional(),
    total: query,
  }),
  z.object({
    kind: z.literal('raw-ratio'),
    rawType: z.enum(['success', 'failure']),
    raw: query,
  }),
  z.object({
    kind: z.literal('threshold'),
    metric: query,
    op: comparison,
    value: z.number(),
  }),
]);

const standardAlert = z.object({
  enabled: z.boolean(),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
});

/** A definition in an answer. */
export const definitionSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  name: z.string(),
  displayName: z.string(),
  description: z.string().optional(),
  service: z.string(),
  labels: z.record(z.string(), z.string()),
  window: windowSchema,
  budgetingMethod: methodSchema,
  objectives: z.array(
    z.object({
      key: z.string(),
      displayName: z.string().optional(),
      target: z.string(),
      indicator,
      timeSliceTarget: z.string().optional(),
      timeSliceMinutes: z.number().optional(),
      weight: z.number(),
    }),
  ),
  alerts: z.array(
    z.object({
      name: z.string(),
      severity: z.string(),
      op: comparison,
      threshold: z.number(),
      lookback: duration,
      alertAfter: duration,
    }),
  ),
  alertSettings: z
    .object({
      name: z.string().optional(),
      page: standardAlert,
      ticket: standardAlert,
      absent: z.boolean(),
    })
    .optional(),
  runbookUrl: z.string().optional(),
  format: z.enum(['openslo/v1', 'sloth/v1', 'pyrra/v1alpha1']),
  source: z.object({ file: z.string(), line: z.number() }),
  measurementHash: z.string(),
}) satisfies z.ZodType<SloDefinition>;
