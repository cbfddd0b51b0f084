import fc from 'fast-check';
import type { Correction, Slice, TimeRange } from '../types';
import { anyHappening } from './__testUtils__/arbitraries';
import { correction, NOVEMBER, slicesFrom } from './__testUtils__/fixtures';
import { addSums, emptySums, sumSlices } from './sums';
import { Timeline } from './timeline';

const slices = slicesFrom(NOVEMBER, [
  { good: 10, total: 10 },
  { good: 5, total: 10 },
  'no-data',
  { good: 10, total: 10 },
]);

function within(all: readonly Slice[], range: TimeRange): Slice[] {
  return all.filter(({ end }) => end > range.from && end <= range.to);
}

const anyRange = fc
  .tuple(fc.integer({ min: -5, max: 70 }), fc.integer({ min: 0, max: 70 }))
  .map(([start, length]) => ({
    from: NOVEMBER + start * 300,
    to: NOVEMBER + (start + length) * 300,
  }));

describe('Timeline', () => {
  it('starts with its first slice and ends with its last', () => {
    const timeline = Timeline.fromSlices([...slices].reverse());
    expect(timeline.first).toBe(NOVEMBER);
    expect(timeline.last).toBe(NOVEMBER + 1200);
    expect(timeline.times).toEqual(
      [0, 300, 600, 900, 1200].map(offset => NOVEMBER + offset),
    );
  });

  it('answers with the last point at or before a time, and nothing before the first', () => {
    const timeline = Timeline.fromSlices(slices);
    expect(timeline.at(NOVEMBER - 1)).toEqual(emptySums());
    expect(timeline.at(NOVEMBER)).toEqual(emptySums());
    expect(timeline.at(NOVEMBER + 599)).toEqual(sumSlices(slices.slice(0, 1)));
    expect(timeline.at(NOVEMBER + 600)).toEqual(sumSlices(slices.slice(0, 2)));
    expect(timeline.at(NOVEMBER + 99_999)).toEqual(sumSlices(slices));
  });

  it('spreads evenly between points when interpolated', () => {
    const timeline = Timeline.fromSlices(slices);
    expect(timeline.interpolated(NOVEMBER + 450)).toMatchObject({
      expected: 1.5,
      total: 15_000,
      good: 12_500,
    });
    expect(timeline.interpolated(NOVEMBER - 300)).toEqual(emptySums());
    expect(timeline.interpolated(NOVEMBER + 5000)).toEqual(sumSlices(slices));
  });

  it('takes points in any order, adds the zero at its start, and lets the later of two hold', () => {
    const sums = sumSlices(slices);
    const timeline = Timeline.fromPoints(
      [
        { time: NOVEMBER + 1200, sums: emptySums() },
        { time: NOVEMBER + 1200, sums },
        { time: NOVEMBER + 600, sums: sumSlices(slices.slice(0, 2)) },
      ],
      { measuredSince: NOVEMBER },
    );
    expect(timeline.times).toEqual([NOVEMBER, NOVEMBER + 600, NOVEMBER + 1200]);
    expect(
      timeline.between({ from: NOVEMBER + 600, to: NOVEMBER + 1200 }),
    ).toEqual(sumSlices(slices.slice(2)));
  });

  it('is empty without points, and refuses to be made of no slices', () => {
    const timeline = Timeline.fromPoints([], { measuredSince: NOVEMBER });
    expect(timeline.last).toBe(timeline.first);
    expect(() => Timeline.fromSlices([])).toThrow('at least one slice');
  });

  it('has in any stretch the sums of its slices, and splits exactly', () => {
    fc.assert(
      fc.property(
        fc.array(anyHappening, { minLength: 1, maxLength: 60 }),
        anyRange,
        fc.nat(60),
        (happenings, range, cut) => {
          const all = slicesFrom(NOVEMBER, happenings);
          const timeline = Timeline.fromSlices(all);
          const middle = Math.min(range.to, range.from + cut * 300);
          const whole = timeline.between(range);
          expect(whole).toEqual(sumSlices(within(all, range)));
          expect(
            addSums(
              timeline.between({ from: range.from, to: middle }),
              timeline.between({ from: middle, to: range.to }),
            ),
          ).toEqual(whole);
        },
      ),
    );
  });
});

describe('corrections', () => {
  const anyCorrections = fc.array(
    fc.tuple(anyRange, fc.boolean()).map(
      ([range, revoked]): Correction =>
        correction(range.from, range.to, {
          revoked: revoked
            ? { by: 'user:default/mei', at: '2026-11-02', reason: 'mistake' }
            : undefined,
        }),
    ),
    { maxLength: 5 },
  );

  it('leave the sums of the slices outside, each slice removed once, in one go or one by one', () => {
    fc.assert(
      fc.property(
        fc.array(anyHappening, { minLength: 1, maxLength: 60 }),
        anyCorrections,
        anyRange,
        (happenings, corrections, range) => {
          const all = slicesFrom(NOVEMBER, happenings);
          const left = all.filter(({ end }) =>
            corrections.every(
              ({ range: cut, revoked }) =>
                revoked !== undefined || end <= cut.from || end > cut.to,
            ),
          );
          const timeline = Timeline.fromSlices(all);
          const once = timeline.withCorrections(corrections);
          const oneByOne = corrections.reduce(
            (corrected, each) => corrected.withCorrections([each]),
            timeline,
          );
          const expected = sumSlices(within(left, range));
          expect(once.between(range)).toEqual(expected);
          expect(oneByOne.between(range)).toEqual(expected);
          expect(once.excluded).toEqual(oneByOne.excluded);
          expect(once.last).toBe(timeline.last);
        },
      ),
    );
  });

  it('count overlapping seconds once and revoked ones never', () => {
    const timeline = Timeline.fromSlices(slices).withCorrections([
      correction(NOVEMBER + 300, NOVEMBER + 900),
      correction(NOVEMBER + 600, NOVEMBER + 1200),
      correction(NOVEMBER, NOVEMBER + 1200, {
        revoked: { by: 'user:default/mei', at: '2026-11-02', reason: 'wrong' },
      }),
    ]);
    expect(
      timeline.excludedSeconds({ from: NOVEMBER, to: NOVEMBER + 1200 }),
    ).toBe(900);
    expect(timeline.between({ from: NOVEMBER, to: NOVEMBER + 1200 })).toEqual(
      sumSlices(slices.slice(0, 1)),
    );
  });

  it('are the same on exact points as on all slices', () => {
    const fine = Timeline.fromSlices(slices);
    const times = [0, 300, 900, 1200].map(offset => NOVEMBER + offset);
    const coarse = Timeline.fromPoints(
      times.map(time => ({ time, sums: fine.at(time) })),
      { measuredSince: NOVEMBER },
    );
    const cut = [correction(NOVEMBER + 300, NOVEMBER + 900)];
    const range = { from: NOVEMBER, to: NOVEMBER + 1200 };
    expect(coarse.withCorrections(cut).between(range)).toEqual(
      fine.withCorrections(cut).between(range),
    );
  });

  it('change nothing when there are none', () => {
    const timeline = Timeline.fromSlices(slices);
    expect(timeline.withCorrections([])).toBe(timeline);
  });
});
