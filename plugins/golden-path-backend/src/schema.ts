import {
  CheckAnswer,
  CheckRequest,
  NameAnswer,
  OwnersAnswer,
  UnregisterAnswer,
  UnregisterRequest,
} from '@arctiq/plugin-golden-path-common';
import { z } from 'zod';

// Long enough to explain what is wrong with a long name, short enough to be cheap.
const text = z.string().max(500);

const problem = z.object({
  code: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
  field: z.enum(['name', 'owner', 'system', 'tier']),
});

export const nameParams = z.object({ name: text });

export const nameAnswer = z.object({
  name: z.string(),
  available: z.enum(['yes', 'no', 'unknown']),
  problems: z.array(problem),
}) satisfies z.ZodType<NameAnswer>;

export const ownersAnswer = z.object({
  items: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string(),
      membership: z.enum(['direct', 'through', 'none']),
      mayAct: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<OwnersAnswer>;

export const checkRequest = z.strictObject({
  name: text,
  owner: text,
  system: text,
  tier: text,
  runId: text.optional(),
}) satisfies z.ZodType<CheckRequest>;

export const checkAnswer = z.object({
  problems: z.array(problem),
  resolved: z
    .object({
      name: z.string(),
      owner: z.string(),
      ownerName: z.string(),
      ownerTitle: z.string(),
      system: z.string(),
      systemName: z.string(),
      tier: z.string(),
      repository: z.object({
        host: z.string(),
        owner: z.string(),
        name: z.string(),
        htmlUrl: z.url(),
        cloneUrl: z.url(),
      }),
    })
    .optional(),
}) satisfies z.ZodType<CheckAnswer>;

export const unregisterRequest = z.strictObject({
  entityRef: text,
}) satisfies z.ZodType<UnregisterRequest>;

export const unregisterAnswer = z.object({
  target: z.string(),
  entityRefs: z.array(z.string()),
}) satisfies z.ZodType<UnregisterAnswer>;
