import fc from 'fast-check';
import type { BudgetingMethod } from '../../types';
import type { Happening } from './fixtures';

/** Any slice: mostly measured, sometimes not. */
export const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.nat({ max: 1000 }))
      .map(([total, perMille]) => ({
        good: total - Math.floor((total * perMille) / 1000),
        total,
      })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Happening>(
      'no-traffic',
      'no-data',
      'unmeasured',
    ),
  },
);

export const anyMethod = fc.constantFrom<BudgetingMethod>(
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
);

export const anyTarget = fc.constantFrom(
  '0.5',
  '0.9',
  '0.95',
  '0.99',
  '0.999',
  '0.9995',
  '0.99999',
);
