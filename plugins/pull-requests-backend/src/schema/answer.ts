import {
  ATTENTION_ORDER,
  PullRequest,
  PullRequestPage,
} from '@arctiq/plugin-pull-requests-common';
import { z } from 'zod';

const moment = z.iso.datetime();

/** A pull request in an answer. */
export const pullRequestItemSchema = z.object({
  id: z.string(),
  repository: z.string(),
  number: z.number().int(),
  title: z.string(),
  url: z.url(),
  author: z.object({
    login: z.string(),
    displayName: z.string().optional(),
    entityRef: z.string().optional(),
  }),
  draft: z.boolean(),
  baseBranch: z.string(),
  headBranch: z.string(),
  requestedReviewers: z.array(z.string()),
  requestedTeams: z.array(z.string()),
  components: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string(),
      ownerRef: z.string().optional(),
    }),
  ),
  createdAt: moment,
  updatedAt: moment,
  attention: z.enum(ATTENTION_ORDER).optional(),
}) satisfies z.ZodType<PullRequest>;

/** The answer of the list. */
export const pageSchema = z.object({
  items: z.array(pullRequestItemSchema),
  totalItems: z.number().int().nonnegative(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  asOf: moment
    .optional()
    .meta({ description: 'When GitHub was last read completely.' }),
  quality: z.enum(['complete', 'partial', 'not-measured']),
  reason: z.string().optional().meta({
    description: 'Why the answer is not complete or not newer.',
  }),
}) satisfies z.ZodType<PullRequestPage>;
