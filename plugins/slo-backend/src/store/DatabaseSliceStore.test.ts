import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  addSums,
  emptySums,
  SLICE_SECONDS,
  sumsOfSlice,
  type Slice,
  type SliceSums,
} from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { createDatabase } from './createDatabase';
import { DatabaseSliceStore } from './DatabaseSliceStore';

// Slow machines need patience.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_16'] });
const start = 1_760_001_600;
const key = 'default/orders/availability';

function at(index: number): number {
  return start + index * SLICE_SECONDS;
}

/** The slice with this number, from 1. */
function slice(index: number, good: number, total: number): Slice {
  return { end: at(index), state: 'measured', good, total };
}

function series(from: number, to: number, good = 900): Slice[] {
  return Array.from({ length: to - from + 1 }, (_, offset) =>
    slice(from + offset, good + from + offset, 1000 + from + offset),
  );
}

/** Sums of everything up to a time, by adding one slice after the other. */
function naive(slices: readonly Slice[], time: number): SliceSums {
  return slices
    .filter(({ end }) => end <= time)
    .reduce((sums, one) => addSums(sums, sumsOfSlice(one)), emptySums());
}

async function prepare(id: Parameters<typeof databases.init>[0]) {
  const knex: Knex = await databases.init(id);
  await createDatabase(mockServices.database({ knex }));
  const now = () => new Date('2026-11-21T15:00:00Z');
  return { knex, store: new DatabaseSliceStore(knex, { now }) };
}

describe.each(databases.eachSupportedId())('DatabaseSliceStore on %s', id => {
  it('keeps slices and tells how far an objective is measured', async () => {
    const { store } = await prepare(id);
    const slices: Slice[] = [
      slice(1, 999_000, 1_000_000),
      { end: at(2), state: 'no-traffic', good: 0, total: 0 },
      { end: at(3), state: 'no-data', good: 0, total: 0 },
      {
        ...{ end: at(4), state: 'unmeasured', good: 0, total: 0 },
        reason: 'Prometheus answered 422: too many samples',
      },
      { ...slice(5, 5, 9), timeslice: 'bad', ratio: 555_555_555 },
      { ...slice(6, 9, 9), timeslice: 'good', reason: 'partial: one store' },
      {
        ...{ end: at(7), state: 'no-traffic', good: 0, total: 0 },
        timeslice: 'good',
      },
    ];
    await store.write([
      { key, slices },
      { key: 'other', slices: [slice(9, 1, 1)] },
    ]);

    await expect(
      store.slices(key, { from: start, to: at(100) }),
    ).resolves.toEqual(slices);
    await expect(
      store.slices(key, { from: at(2), to: at(4) }),
    ).resolves.toEqual(slices.slice(2, 4));
    const states = await store.states([key, 'unknown']);
    expect([...states.values()]).toEqual([
      {
        key,
        measuredSince: start,
        watermark: at(7),
        measuredAt: '2026-11-21T15:00:00.000Z',
      },
    ]);
    expect((await store.states()).size).toBe(2);
  });

  it('writes the same slices twice without changing anything', async () => {
    const { knex, store } = await prepare(id);
    await store.write([{ key, slices: series(1, 40) }]);
    const rows = await knex('slice_hours').orderBy(['key', 'hour']);
    await store.write([{ key, slices: series(1, 40) }]);
    await store.write([{ key, slices: series(7, 9) }]);
    await expect(knex('slice_hours').orderBy(['key', 'hour'])).resolves.toEqual(
      rows,
    );
  });

  it.each([
    ['a hole', series(5, 6), /does not follow/],
    ['a slice off the grid', [slice(4.5, 1, 1)], /not aligned/],
    ['slices before the first', series(-3, 0), /older than what may/],
  ])('refuses %s and writes the other objectives', async (_, bad, message) => {
    const { store } = await prepare(id);
    await store.write([{ key, slices: series(1, 3) }]);
    await expect(
      store.write([
        { key: 'a', slices: series(1, 3) },
        { key, slices: bad },
        { key: 'z', slices: series(1, 3) },
      ]),
    ).rejects.toThrow(message);
    const states = await store.states();
    expect(states.get('a')?.watermark).toBe(at(3));
    expect(states.get(key)?.watermark).toBe(at(3));
    expect(states.get('z')?.watermark).toBe(at(3));
  });

  it('gives zero before the first slice and all after the last', async () => {
    const { store } = await prepare(id);
    const slices = series(1, 30);
    await store.write([{ key, slices }]);
    const points = await store.pointsAt([
      { key, times: [0, start, at(1), at(17), at(30), at(500)] },
      { key: 'unknown', times: [at(1)] },
    ]);
    expect(points.get(key)).toEqual(
      [0, start, at(1), at(17), at(30)].map(time => ({
        time,
        sums: naive(slices, time),
      })),
    );
    expect(points.get('unknown')).toEqual([]);
  });

  it('gives a point per hour, or per slice, and exact ones', async () => {
    const { store } = await prepare(id);
    const slices = series(1, 60);
    await store.write([{ key, slices }]);
    const range = { from: at(7), to: at(40) };
    const hourly = await store.points(key, range, { exactAt: [at(50)] });
    // The first slice of this series starts 20 minutes after an hour.
    expect(hourly.map(({ time }) => (time - start) / SLICE_SECONDS)).toEqual([
      7, 8, 20, 32, 40, 50,
    ]);
    const fine = await store.points(key, range, { resolution: 'slice' });
    expect(fine).toHaveLength(34);
    for (const { time, sums } of [...hourly, ...fine]) {
      expect(sums).toEqual(naive(slices, time));
    }
    await expect(store.points('unknown', range)).resolves.toEqual([]);
  });

  it('corrects all later sums when an old slice is replaced', async () => {
    const { store } = await prepare(id);
    const slices = series(1, 500);
    await store.write([{ key, slices }]);
    await store.write([{ key, slices: series(3, 40, 100) }]);
    const replaced = [
      ...series(1, 2),
      ...series(3, 40, 100),
      ...series(41, 500),
    ];
    const times = [1, 3, 40, 41, 100, 499, 500].map(at);
    const points = await store.pointsAt([{ key, times }]);
    expect(points.get(key)).toEqual(
      times.map(time => ({ time, sums: naive(replaced, time) })),
    );
  });

  it('keeps sums per hour when compacted, and goes on', async () => {
    const { store } = await prepare(id);
    const slices = series(1, 100);
    await store.write([{ key, slices }]);
    await store.compact(at(90));
    await store.write([{ key, slices: series(101, 110) }]);
    const all = [...slices, ...series(101, 110)];
    // 8 and 20 end an hour; 13 lies within one, so the point before it is given.
    const points = await store.pointsAt([
      { key, times: [at(3), at(8), at(13), at(20), at(97), at(110)] },
    ]);
    expect(points.get(key)).toEqual(
      [start, at(8), at(20), at(97), at(110)].map(time => ({
        time,
        sums: naive(all, time),
      })),
    );
    await expect(
      store.slices(key, { from: start, to: at(80) }),
    ).resolves.toEqual([]);
    await expect(
      store.write([{ key, slices: series(10, 11) }]),
    ).rejects.toThrow(/older than what may be replaced/);
  });

  it('goes on after everything was compacted', async () => {
    const { store } = await prepare(id);
    await store.write([{ key, slices: series(1, 20) }]);
    await store.compact(at(1000));
    await store.write([{ key, slices: series(21, 23) }]);
    const points = await store.pointsAt([{ key, times: [at(20), at(23)] }]);
    expect(points.get(key)).toEqual([
      { time: at(20), sums: naive(series(1, 20), at(20)) },
      { time: at(23), sums: naive(series(1, 23), at(23)) },
    ]);
  });

  it('prunes without changing younger stretches', async () => {
    const { store } = await prepare(id);
    const slices = series(1, 100);
    await store.write([
      { key, slices },
      { key: 'old', slices: series(1, 10) },
    ]);
    await store.prune(at(50));
    const states = await store.states();
    expect(states.has('old')).toBe(false);
    expect(states.get(key)?.measuredSince).toBe(at(44));
    const points = (
      await store.pointsAt([{ key, times: [at(44), at(70), at(100)] }])
    ).get(key);
    const kept = slices.slice(44);
    expect(points).toEqual(
      [at(44), at(70), at(100)].map(time => ({
        time,
        sums: naive(kept, time),
      })),
    );
    await store.prune(at(60));
    await store.write([{ key, slices: series(101, 101) }]);
    const later = await store.points(key, { from: 0, to: at(200) });
    expect(later[0]).toEqual({ time: 0, sums: emptySums() });
    expect(later.at(-1)?.sums).toEqual(
      naive([...slices, slice(101, 1001, 1101)].slice(56), at(101)),
    );
  });

  it('keeps sums exact beyond 32 bits', async () => {
    const { store } = await prepare(id);
    const large = 4_503_599_627_370_001;
    await store.write([{ key, slices: [slice(1, large - 1, large)] }]);
    const points = await store.pointsAt([{ key, times: [at(1)] }]);
    expect(points.get(key)?.[0].sums.total).toBe(large);
    await expect(
      store.write([{ key, slices: [slice(2, large, large + 9000)] }]),
    ).rejects.toThrow(/cannot be kept exactly/);
  });
});
