import { PullRequestPage } from './types';

/** Age in milliseconds from which an answer must be called outdated. */
export const OUTDATED_AFTER_MS = 10 * 60 * 1000;

/**
 * Whether an answer is too old to be taken for the present. An answer that was
 * never measured is not outdated: there is nothing that could be old.
 *
 * @param page - the answer, of which only `asOf` counts
 * @param now - the current time
 */
export function isOutdated(
  page: Pick<PullRequestPage, 'asOf'>,
  now: Date,
): boolean {
  return (
    page.asOf !== undefined &&
    now.getTime() - Date.parse(page.asOf) > OUTDATED_AFTER_MS
  );
}
