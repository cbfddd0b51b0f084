import { Attention, PullRequest, Viewer } from './types';

/** The part of a pull request that decides what it asks of a person. */
export type ClassifiablePullRequest = Pick<
  PullRequest,
  'author' | 'draft' | 'requestedReviewers' | 'requestedTeams' | 'components'
>;

/**
 * Says what a pull request asks of a person. Nobody reviews their own work and
 * a draft is not ready for review, whatever was requested.
 *
 * @returns undefined when it asks nothing of them
 */
export function classify(
  pullRequest: ClassifiablePullRequest,
  me: Viewer,
): Attention | undefined {
  if (me.login !== undefined && pullRequest.author.login === me.login) {
    return 'yours';
  }
  const requested =
    (me.login !== undefined &&
      pullRequest.requestedReviewers.includes(me.login)) ||
    pullRequest.requestedTeams.some(team => me.teamSlugs.includes(team));
  if (requested && !pullRequest.draft) {
    return 'needs-your-review';
  }
  const owned = pullRequest.components.some(
    ({ ownerRef }) =>
      ownerRef !== undefined && me.ownershipRefs.includes(ownerRef),
  );
  return owned ? 'your-team' : undefined;
}
