import {
  type BudgetStatus,
  type Correction,
  type EventSpend,
  SLO_STATES,
  type SloPage,
  type SloSummary,
} from '@arctiq/plugin-slo-common';
import { z } from 'zod';
import { methodSchema, windowSchema } from './definition';

export const moment = z.iso.datetime();
export const stateSchema = z.enum(SLO_STATES);
export const qualitySchema = z.enum([
  'complete',
  'partial',
  'stale',
  'not-measured',
]);
/** How many SLOs there are of each state. */
export const statesSchema = z.partialRecord(stateSchema, z.number().int());
export const pageInfoSchema = z.object({ nextCursor: z.string().optional() });

const countdown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exhausted') }),
  z.object({ kind: z.literal('at'), time: z.number() }),
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('survives-window'), windowEnd: z.number() }),
  z.object({ kind: z.literal('unknown') }),
]);

/** The budget of one SLO. */
export const budgetSchema = z.object({
  watermark: z.number().optional(),
  window: z.object({
    from: z.number(),
    to: z.number(),
    end: z.number().optional(),
  }),
  sli: z.number().optional(),
  remaining: z.number().optional(),
  consumed: z.number().optional(),
  budget: z
    .object({
      unit: z.enum(['events', 'minutes']),
      total: z.number(),
      left: z.number(),
      estimated: z.boolean(),
    })
    .optional(),
  burn: z.array(
    z.object({
      lookback: z.string(),
      rate: z.number().optional(),
      coverage: z.number(),
    }),
  ),
  currentBurn: z.number().optional(),
  countdown,
  coverage: z.number(),
  events: z.number(),
  confidence: z.enum(['high', 'low', 'none']),
  smallestStep: z.number().optional(),
  state: stateSchema,
  quality: qualitySchema,
  reasons: z.array(z.string()),
}) satisfies z.ZodType<BudgetStatus>;

/** One line of a list. */
export const summarySchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  entityTitle: z.string(),
  ownerRef: z.string().optional(),
  systemRef: z.string().optional(),
  tier: z.number().int().optional(),
  name: z.string(),
  displayName: z.string(),
  target: z.string(),
  window: windowSchema,
  budgetingMethod: methodSchema,
  composite: z.boolean(),
  status: budgetSchema,
}) satisfies z.ZodType<SloSummary>;

/** A page of the list. */
export const pageSchema = z.object({
  items: z.array(summarySchema),
  totalItems: z.number().int().nonnegative(),
  states: statesSchema,
  pageInfo: pageInfoSchema,
  asOf: moment.optional(),
  quality: qualitySchema,
  reason: z.string().optional(),
}) satisfies z.ZodType<SloPage>;

/** A stretch of time that does not count. */
export const correctionSchema = z.object({
  id: z.string(),
  sloId: z.string(),
  kind: z.enum(['planned-maintenance', 'exclusion']),
  range: z.object({ from: z.number(), to: z.number() }),
  reason: z.string(),
  createdBy: z.string(),
  createdAt: moment,
  revoked: z
    .object({ by: z.string(), at: moment, reason: z.string() })
    .optional(),
}) satisfies z.ZodType<Correction>;

/** Budget that was spent around an event. */
export const spendSchema = z.object({
  event: z.object({
    id: z.string(),
    kind: z.enum(['deploy', 'incident']),
    entityRef: z.string(),
    title: z.string(),
    url: z.string().optional(),
    start: z.number(),
    end: z.number().optional(),
    environment: z.string().optional(),
    label: z.string().optional(),
    actor: z.string().optional(),
  }),
  spent: z.number().optional(),
  from: z.number(),
  to: z.number(),
  needsPostmortem: z.boolean(),
}) satisfies z.ZodType<EventSpend>;
