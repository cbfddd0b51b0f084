import type {
  Exemption,
  PolicyStep,
  Rollup,
  Scoreboard,
  SliceStrip,
  SloDetail,
  SloGlance,
  SloSeries,
} from '@arctiq/plugin-slo-common';
import { z } from 'zod';
import { definitionSchema } from './definition';
import { EXEMPTION_CAUSES } from './requests';
import {
  budgetSchema,
  correctionSchema,
  moment,
  pageInfoSchema,
  qualitySchema,
  spendSchema,
  statesSchema,
  stateSchema,
  summarySchema,
} from './status';

const policyStep = z.object({
  below: z.number(),
  name: z.string(),
  action: z.string(),
  decision: z.enum(['allow', 'caution', 'freeze']),
}) satisfies z.ZodType<PolicyStep>;

const provenance = z.object({
  server: z.string(),
  serverUrl: z.string().optional(),
  queries: z.array(
    z.object({
      role: z.enum(['good', 'bad', 'total', 'value']),
      promql: z.string(),
    }),
  ),
  measuredAt: moment.optional(),
  warnings: z.array(z.string()),
  measuredSince: z.number().optional(),
  retentionSeconds: z.number().optional(),
  arithmetic: z.array(z.string()),
});

/** One SLO with all that its page shows. */
export const detailSchema = summarySchema.extend({
  definition: definitionSchema,
  members: z.array(
    z.object({
      key: z.string(),
      displayName: z.string().optional(),
      weight: z.number(),
      target: z.string(),
      status: budgetSchema,
    }),
  ),
  provenance: z.array(provenance),
  corrections: z.array(correctionSchema),
  events: z.array(spendSchema),
  eventSources: z.array(
    z.object({
      kind: z.enum(['deploy', 'incident']),
      collected: z.boolean(),
      asOf: moment.optional(),
      reason: z.string().optional(),
    }),
  ),
  revisions: z.array(
    z.object({
      revision: z.number().int(),
      since: moment,
      summary: z.string(),
    }),
  ),
  policy: z.object({ step: policyStep, next: policyStep.optional() }),
  allowed: z.object({ correct: z.boolean() }),
}) satisfies z.ZodType<SloDetail>;

/** The chart of what is left. */
export const seriesSchema = z.object({
  stepSeconds: z.number(),
  points: z.array(
    z.object({
      time: z.number(),
      remaining: z.number().optional(),
      burn: z.number().optional(),
      coverage: z.number(),
    }),
  ),
}) satisfies z.ZodType<SloSeries>;

/** The heat strip. */
export const stripSchema = z.object({
  stepSeconds: z.number(),
  cells: z.array(
    z.object({
      time: z.number(),
      state: z.enum(['measured', 'no-traffic', 'no-data', 'unmeasured']),
      burn: z.number().optional(),
      good: z.number(),
      total: z.number(),
      reason: z.string().optional(),
    }),
  ),
}) satisfies z.ZodType<SliceStrip>;

/** Several SLOs together. */
export const rollupSchema = z.object({
  ref: z.string(),
  title: z.string(),
  slos: z.number().int(),
  states: statesSchema,
  sli: z.number().optional(),
  remaining: z.number().optional(),
  coverage: z.number(),
  worst: summarySchema.optional(),
  fastest: summarySchema.optional(),
  asOf: moment.optional(),
  quality: qualitySchema,
}) satisfies z.ZodType<Rollup>;

/** The short answer for cards. */
export const glanceSchema = z.object({
  rollup: rollupSchema.omit({ worst: true, fastest: true }),
  top: z.array(summarySchema).max(3),
}) satisfies z.ZodType<SloGlance>;

/** The company against its objective of the quarter. */
export const scoreboardSchema = z.object({
  objective: z.string(),
  quarter: z.object({ from: moment, to: moment, timeZone: z.string() }),
  company: rollupSchema,
  allowedMinutes: z.number(),
  spentMinutes: z.number().optional(),
  teams: z.array(rollupSchema),
  systems: z.array(rollupSchema),
}) satisfies z.ZodType<Scoreboard>;

/** Permission to ship although frozen. */
export const exemptionSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  environment: z.string().optional(),
  cause: z.enum(EXEMPTION_CAUSES),
  reason: z.string(),
  grantedBy: z.string(),
  grantedAt: moment,
  expiresAt: moment,
  revoked: z.object({ by: z.string(), at: moment }).optional(),
}) satisfies z.ZodType<Exemption>;

const decision = z.enum(['allow', 'caution', 'freeze', 'unknown']);

/** The answer of the promotion gate. */
export const gateSchema = z.object({
  decision,
  entityRef: z.string(),
  environment: z.string(),
  budgetRemaining: z.number().optional(),
  policy: policyStep.optional(),
  reasons: z.array(
    z.object({
      sloId: z.string(),
      displayName: z.string(),
      decision,
      state: stateSchema,
      remaining: z.number().optional(),
      message: z.string(),
      spentBy: z
        .object({
          title: z.string(),
          url: z.string().optional(),
          spent: z.number(),
        })
        .optional(),
    }),
  ),
  exemption: exemptionSchema.optional(),
  asOf: moment.optional(),
});

/** What is wrong in files of definitions. */
export const problemSchema = z.object({
  entityRef: z.string(),
  file: z.string(),
  line: z.number().optional(),
  field: z.string().optional(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
  readAt: moment.optional(),
});

/** One revision of a definition. */
export const revisionSchema = z.object({
  revision: z.number().int(),
  since: moment,
  summary: z.string(),
  definition: definitionSchema,
});

/** A list in the form that all lists have. */
export function listOf(item: z.ZodType) {
  return z.object({
    items: z.array(item),
    totalItems: z.number().int().nonnegative(),
    pageInfo: pageInfoSchema,
  });
}
