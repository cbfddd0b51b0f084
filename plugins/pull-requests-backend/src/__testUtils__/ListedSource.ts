import { PullRequestSource, Reading } from '../source/PullRequestSource';
import {
  fromPullRequestId,
  PullRequestPlace,
  PullRequestRecord,
  toPullRequestId,
} from '../types';

/** A source that answers from a list and can be told to fail. */
export class ListedSource implements PullRequestSource {
  open: PullRequestRecord[] = [];
  /** What the listing shows, where it differs from what is open. */
  shown: PullRequestRecord[] | undefined;
  listProblem: Error | undefined;
  answer: ((id: string) => Reading | undefined) | undefined;
  reads: string[] = [];

  async list() {
    return {
      items: (this.shown ?? this.open).map(({ id, updatedAt }) => ({
        id,
        updatedAt,
        place: fromPullRequestId(id),
      })),
      problem: this.listProblem,
    };
  }

  async read(
    place: PullRequestPlace,
    etag: string | undefined,
  ): Promise<Reading> {
    const id = toPullRequestId(place);
    this.reads.push(id);
    const answer = this.answer?.(id);
    if (answer) {
      return answer;
    }
    const record = this.open.find(candidate => candidate.id === id);
    if (!record) {
      return { state: 'gone' };
    }
    const current = record.updatedAt.toISOString();
    return etag === current
      ? { state: 'unchanged' }
      : { state: 'found', record, etag: current };
  }
}
