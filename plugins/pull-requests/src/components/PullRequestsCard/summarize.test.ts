import { Attention } from '@arctiq/plugin-pull-requests-common';
import { pullRequest } from '../../__testUtils__/pullRequest';
import { summarize } from './summarize';

describe('summarize', () => {
  const cases: Array<[Attention[], number, string]> = [
    [['needs-your-review'], 1, '1 waits for your review.'],
    [['needs-your-review', 'needs-your-review'], 2, '2 wait for your review.'],
    [
      ['needs-your-review', 'yours'],
      9,
      '1 waits for your review; 8 of yours or your teams are open.',
    ],
    [
      ['needs-your-review', 'needs-your-review'],
      9,
      'At least 2 wait for your review, of 9 that involve you.',
    ],
    [
      ['your-team'],
      1,
      'No review waits for you; 1 of yours or your teams is open.',
    ],
    [
      ['yours', 'your-team'],
      30,
      'No review waits for you; 30 of yours or your teams are open.',
    ],
  ];
  it.each(cases)('%j of %i: %s', (attentions, totalItems, expected) => {
    const items = attentions.map((attention, index) =>
      pullRequest({ number: index + 1, attention }),
    );
    expect(summarize({ items, totalItems })).toBe(expected);
  });
});
