import fc from 'fast-check';
import { RATIO_SCALE } from '../types';
import { anyHappening } from './__testUtils__/arbitraries';
import { NOVEMBER, slicesFrom } from './__testUtils__/fixtures';
import {
  addSums,
  emptySums,
  subtractSums,
  sumSlices,
  sumsOfSlice,
} from './sums';

describe('sums', () => {
  it('keeps measured, no traffic, no data and unmeasured apart', () => {
    const slices = slicesFrom(NOVEMBER, [
      { good: 9, total: 10 },
      'no-traffic',
      'no-data',
      'unmeasured',
    ]);
    expect(sumSlices(slices)).toEqual({
      expected: 4,
      known: 2,
      noTraffic: 1,
      noData: 1,
      good: 9000,
      total: 10_000,
      goodTimeslices: 0,
      timeslices: 1,
      ratio: 0.9 * RATIO_SCALE,
    });
  });

  it('counts nothing of a slice that is not known, whatever stands in it', () => {
    const [slice] = slicesFrom(NOVEMBER, [{ good: 9, total: 10 }]);
    expect(sumsOfSlice({ ...slice, state: 'unmeasured' })).toEqual({
      ...emptySums(),
      expected: 1,
    });
  });

  it('counts the time slice that a slice without traffic closes', () => {
    expect(
      sumsOfSlice({
        end: NOVEMBER,
        state: 'no-traffic',
        good: 0,
        total: 0,
        timeslice: 'good',
        ratio: RATIO_SCALE,
      }),
    ).toMatchObject({
      known: 1,
      timeslices: 1,
      goodTimeslices: 1,
      ratio: RATIO_SCALE,
    });
  });

  it('gives the same sums when a stretch is split and added again', () => {
    fc.assert(
      fc.property(
        fc.array(anyHappening, { maxLength: 60 }),
        fc.nat(60),
        (happenings, cut) => {
          const slices = slicesFrom(NOVEMBER, happenings);
          const whole = sumSlices(slices);
          const left = sumSlices(slices.slice(0, cut));
          const right = sumSlices(slices.slice(cut));
          expect(addSums(left, right)).toEqual(whole);
          expect(subtractSums(whole, left)).toEqual(right);
        },
      ),
    );
  });
});
