import fc from 'fast-check';
import { attentionRank, comparePullRequests } from './order';
import { PullRequest } from './types';

const attentions = [
  'needs-your-review',
  'yours',
  'your-team',
  undefined,
] as const;

describe('order', () => {
  it('ranks requested reviews first and the rest last', () => {
    expect(attentions.map(attentionRank)).toEqual([0, 1, 2, 3]);
  });

  it('puts what waits longest first within one attention', () => {
    const unsorted: Array<Pick<PullRequest, 'id' | 'createdAt' | 'attention'>> =
      [
        { id: 'c', createdAt: '2026-08-02T00:00:00Z', attention: 'yours' },
        { id: 'b', createdAt: '2026-08-01T00:00:00Z', attention: 'yours' },
        { id: 'd', createdAt: '2026-01-01T00:00:00Z' },
        { id: 'a', createdAt: '2026-08-01T00:00:00Z', attention: 'yours' },
        {
          id: 'e',
          createdAt: '2026-08-03T00:00:00Z',
          attention: 'needs-your-review',
        },
      ];
    const sorted = unsorted.sort(comparePullRequests);
    expect(sorted.map(({ id }) => id)).toEqual(['e', 'a', 'b', 'c', 'd']);
  });

  it('is a total order', () => {
    const sortable = fc.record({
      id: fc.string({ maxLength: 2 }),
      createdAt: fc.constantFrom(
        '2026-08-01T00:00:00.000Z',
        '2026-08-02T00:00:00.000Z',
      ),
      attention: fc.constantFrom(...attentions),
    });
    fc.assert(
      fc.property(sortable, sortable, sortable, (a, b, c) => {
        const antisymmetric =
          Math.sign(comparePullRequests(a, b)) ===
          -Math.sign(comparePullRequests(b, a)) + 0;
        const ascending =
          comparePullRequests(a, b) <= 0 && comparePullRequests(b, c) <= 0;
        expect(antisymmetric).toBe(true);
        expect(!ascending || comparePullRequests(a, c) <= 0).toBe(true);
      }),
    );
  });
});
