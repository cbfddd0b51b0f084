import type { SliceStore } from '../store/SliceStore';
import { noon, day, define } from './__testUtils__/startCollector';
import { maintainSlices } from './maintainSlices';
import { toObjectives } from './objectives';
import { backfillStart, currentRange, lastClosed, nextChunk } from './ranges';

const options = {
  ...{ lateDataSeconds: 900, settleSeconds: 30, backfillSeconds: 90 * day },
};
const [objective] = toObjectives([define('a')]);
const hourly = { ...objective, timeSliceSeconds: 3600 };

function state(watermark: number, measuredSince = noon - 10 * day) {
  return { key: 'a', watermark, measuredSince, measuredAt: '' };
}

function note(measuredFrom: number) {
  return { key: 'a', measurementHash: 'one', measuredFrom };
}

describe('lastClosed', () => {
  it.each([
    [noon, noon - 300],
    [noon + 29, noon - 300],
    [noon + 30, noon],
    [noon + 299, noon],
  ])('at %s it is %s', (now, expected) => {
    expect(lastClosed(now, options)).toBe(expected);
  });
});

describe('backfillStart', () => {
  it.each([
    [undefined, noon - 90 * day + 3600],
    [15 * day, noon - 15 * day + 3600],
    [400 * day, noon - 90 * day + 3600],
    [15 * day + 1800, noon - 15 * day],
  ])('with a retention of %s it is %s', (retention, expected) => {
    expect(backfillStart(noon, options, retention)).toBe(expected);
  });
});

describe('currentRange', () => {
  it.each([
    ['nothing new', objective, state(noon), note(0), undefined],
    ['late data', objective, state(noon - 300), note(0), noon - 900],
    ['a hole', objective, state(noon - 7200), note(0), noon - 7200],
    ['a time slice', hourly, state(noon - 300), note(0), noon - 3600],
    [
      'the first slices',
      objective,
      state(noon - 300, noon - 600),
      note(0),
      noon - 600,
    ],
    ['an edit', objective, state(noon - 300), note(noon - 300), noon - 300],
  ])('measures again %s', (_, one, stored, noted, from) => {
    expect(currentRange(one, stored, noted, noon, options)).toEqual(
      from && { from, to: noon },
    );
  });
});

describe('nextChunk', () => {
  it.each([
    [objective, noon - 3 * day, noon - 2 * day],
    [objective, noon - 600, noon],
    [hourly, noon - 3 * day + 600, noon - 2 * day],
  ])('%#', (one, from, to) => {
    expect(nextChunk(one, from, noon)).toEqual({ from, to });
  });
});

describe('maintainSlices', () => {
  it('thins and removes', async () => {
    const slices: jest.Mocked<Pick<SliceStore, 'compact' | 'prune'>> = {
      compact: jest.fn(),
      prune: jest.fn(),
    };
    const retention = { compactAfterDays: 90, retentionMonths: 25 };
    await maintainSlices(slices, retention, noon);
    expect(slices.compact).toHaveBeenCalledWith(noon - 90 * day);
    expect(slices.prune).toHaveBeenCalledWith(noon - 775 * day);
  });
});
