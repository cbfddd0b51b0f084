import { Attention, PullRequest } from './types';

/**
 * Every attention in the order in which it should be acted on: what others wait
 * for comes before what one waits for oneself.
 */
export const ATTENTION_ORDER: readonly Attention[] = [
  'needs-your-review',
  'yours',
  'your-team',
];

/** Place of an attention in {@link ATTENTION_ORDER}; none at all comes last. */
export function attentionRank(attention: Attention | undefined): number {
  return attention === undefined
    ? ATTENTION_ORDER.length
    : ATTENTION_ORDER.indexOf(attention);
}

type Sortable = Pick<PullRequest, 'id' | 'createdAt' | 'attention'>;

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * Compares for sorting: by attention, then what waits longest first, then by id
 * so that the order is total and pages do not overlap.
 */
export function comparePullRequests(a: Sortable, b: Sortable): number {
  return (
    attentionRank(a.attention) - attentionRank(b.attention) ||
    Date.parse(a.createdAt) - Date.parse(b.createdAt) ||
    compareText(a.id, b.id)
  );
}
