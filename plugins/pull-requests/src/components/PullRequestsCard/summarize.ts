import { PullRequestPage } from '@arctiq/plugin-pull-requests-common';

/**
 * Answers in one sentence what waits for the person. Reviews come first in the
 * list, so they can be counted unless they fill all of what is shown.
 *
 * @param page - the first page of what involves the person, not empty
 */
export function summarize(
  page: Pick<PullRequestPage, 'items' | 'totalItems'>,
): string {
  const { items, totalItems } = page;
  const reviews = items.filter(
    ({ attention }) => attention === 'needs-your-review',
  ).length;
  const others = totalItems - reviews;
  if (reviews === items.length && others > 0) {
    return `At least ${reviews} wait for your review, of ${totalItems} that involve you.`;
  }
  const open =
    others === 1
      ? '1 of yours or your teams is open'
      : `${others} of yours or your teams are open`;
  if (reviews === 0) {
    return `No review waits for you; ${open}.`;
  }
  const waiting =
    reviews === 1
      ? '1 waits for your review'
      : `${reviews} wait for your review`;
  return others === 0 ? `${waiting}.` : `${waiting}; ${open}.`;
}
