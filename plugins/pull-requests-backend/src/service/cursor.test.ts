import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

describe('cursor', () => {
  it('gives back the position that it was made of', () => {
    const position = fc.record({
      rank: fc.integer({ min: 0, max: 3 }),
      createdAt: fc.date({ min: new Date(0), noInvalidDate: true }),
      id: fc.string({ minLength: 1, maxLength: 300 }),
    });
    fc.assert(
      fc.property(position, value => {
        expect(decodeCursor(encodeCursor(value))).toEqual(value);
      }),
    );
  });

  it.each(['', 'x', 'bm90IGpzb24', 'WzEsMl0', 'e30', 'WzksMSwiYSJd'])(
    'refuses %p',
    cursor => {
      expect(() => decodeCursor(cursor)).toThrow(
        "The parameter 'cursor' must be the 'pageInfo.nextCursor' of an earlier answer.",
      );
    },
  );
});
