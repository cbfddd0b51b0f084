import { z } from 'zod';
import { PullRequestRecord, toPullRequestId } from '../types';

const login = z.string().min(1);
const moment = z.iso
  .datetime({ offset: true })
  .transform(text => new Date(text));

/** A web address; anything else could become a script behind a link. */
const webUrl = z.url({ protocol: /^https?$/ });

/**
 * One answer of the search for issues, of which pull requests are a kind. Items
 * are parsed one by one, so that a bad one harms only itself.
 */
export const searchAnswerSchema = z.object({
  total_count: z.number().int().nonnegative(),
  incomplete_results: z.boolean(),
  items: z.array(z.unknown()),
});

/** An item of the search; the rest of it is read from the pull request. */
export const searchItemSchema = z.object({
  number: z.number().int().positive(),
  repository_url: z.url(),
  created_at: z.iso.datetime({ offset: true }),
  updated_at: moment,
});

/** A pull request, both as REST answers it and as webhooks carry it. */
export const pullRequestSchema = z.object({
  number: z.number().int().positive(),
  state: z.enum(['open', 'closed']),
  title: z.string(),
  html_url: webUrl,
  // Absent when the account was deleted; GitHub calls it "ghost" itself.
  user: z.object({ login }).nullish(),
  draft: z.boolean().optional(),
  head: z.object({ ref: z.string() }),
  base: z.object({
    ref: z.string(),
    repo: z.object({ full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/) }),
  }),
  requested_reviewers: z.array(z.object({ login })).nullish(),
  requested_teams: z.array(z.object({ slug: z.string().min(1) })).nullish(),
  created_at: moment,
  updated_at: moment,
  closed_at: moment.nullish(),
});

/** Turns GitHub's words into ours. */
export function toPullRequestRecord(
  pullRequest: z.output<typeof pullRequestSchema>,
): PullRequestRecord {
  const fullName = pullRequest.base.repo.full_name;
  const [owner, repository] = fullName.split('/');
  const closed = pullRequest.state === 'closed';
  return {
    id: toPullRequestId({ owner, repository, number: pullRequest.number }),
    repository: fullName,
    number: pullRequest.number,
    title: pullRequest.title,
    url: pullRequest.html_url,
    authorLogin: (pullRequest.user?.login ?? 'ghost').toLowerCase(),
    draft: pullRequest.draft ?? false,
    baseBranch: pullRequest.base.ref,
    headBranch: pullRequest.head.ref,
    requestedReviewers: (pullRequest.requested_reviewers ?? []).map(reviewer =>
      reviewer.login.toLowerCase(),
    ),
    requestedTeams: (pullRequest.requested_teams ?? []).map(team =>
      `${owner}/${team.slug}`.toLowerCase(),
    ),
    createdAt: pullRequest.created_at,
    updatedAt: pullRequest.updated_at,
    closedAt: closed
      ? pullRequest.closed_at ?? pullRequest.updated_at
      : undefined,
  };
}

/**
 * Says in one line where an answer differs from what was expected.
 *
 * @param error - what zod found
 */
export function describeMismatch(error: z.ZodError): string {
  const { path, message } = error.issues[0];
  return path.length > 0 ? `${path.join('.')}: ${message}` : 'no JSON object';
}
