import { KnownPullRequest } from '../store/PullRequestStore';
import { needsReading } from './needsReading';

const now = new Date('2026-08-31T12:00:00Z');
const listed = {
  id: 'arctiq-commerce/order-service#7',
  place: { owner: 'arctiq-commerce', repository: 'order-service', number: 7 },
  updatedAt: new Date('2026-08-30T10:00:00Z'),
};
const known: KnownPullRequest = {
  updatedAt: listed.updatedAt,
  open: true,
  checkedAt: new Date('2026-08-31T11:30:00Z'),
};
const earlier = new Date('2026-08-30T09:59:59Z');
const later = new Date('2026-08-30T10:00:01Z');

describe('needsReading', () => {
  const cases: Array<[string, KnownPullRequest | undefined, boolean]> = [
    ['never seen before', undefined, true],
    ['the same as before', known, false],
    ['changed since', { ...known, updatedAt: earlier }, true],
    ['older than what is kept', { ...known, updatedAt: later }, false],
    ['told by an event only', { ...known, checkedAt: undefined }, true],
    [
      'not read for over an hour',
      { ...known, checkedAt: new Date('2026-08-31T10:59:59Z') },
      true,
    ],
    [
      'closed later than the listing knows',
      { ...known, open: false, updatedAt: later },
      false,
    ],
    ['closed, yet still listed', { ...known, open: false }, true],
    ['reopened', { ...known, open: false, updatedAt: earlier }, true],
  ];
  it.each(cases)('%s', (_name, candidate, expected) => {
    expect(needsReading(listed, candidate, now)).toBe(expected);
  });
});
