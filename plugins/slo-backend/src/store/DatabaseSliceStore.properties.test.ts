import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  addSums,
  emptySums,
  SLICE_SECONDS,
  sumsOfSlice,
  type Slice,
  type SliceSums,
} from '@arctiq/plugin-slo-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { createDatabase } from './createDatabase';
import { DatabaseSliceStore } from './DatabaseSliceStore';

// Slow machines need patience.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_16'] });
const start = 1_760_001_600;

function at(index: number): number {
  return start + index * SLICE_SECONDS;
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

describe.each(databases.eachSupportedId())(
  'sums of DatabaseSliceStore on %s',
  id => {
    it('gives the sums of a plain list, whatever is written when', async () => {
      const { knex, store } = await prepare(id);
      const state = fc.constantFrom(
        'measured',
        'no-traffic',
        'no-data',
        'unmeasured',
      );
      const value = fc.record({
        state,
        total: fc.integer({ min: 1, max: 1_000_000 }),
        share: fc.integer({ min: 0, max: 1000 }),
        closes: fc.constantFrom('good', 'bad', undefined),
      });
      const step = fc.oneof(
        fc.record({
          kind: fc.constant('append'),
          values: fc.array(value, { minLength: 1, maxLength: 40 }),
        }),
        fc.record({
          kind: fc.constant('replace'),
          values: fc.array(value, { minLength: 1, maxLength: 20 }),
        }),
        fc.record({
          kind: fc.constant('compact'),
          values: fc.array(value, { maxLength: 0 }),
        }),
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 11 }),
          fc.array(step, { minLength: 1, maxLength: 8 }),
          async (offset, steps) => {
            run += 1;
            const name = `run-${run}`;
            const expected: Slice[] = [];
            let frozen = 0;
            for (const { kind, values } of steps) {
              const from =
                kind === 'append'
                  ? expected.length
                  : Math.max(frozen, expected.length - values.length);
              const slices = values.map((one, index): Slice => {
                const measured = one.state === 'measured';
                const total = measured ? one.total : 0;
                return {
                  end: at(offset + from + index + 1),
                  state: one.state as Slice['state'],
                  good: Math.floor((total * one.share) / 1000),
                  total,
                  ...(one.closes && {
                    timeslice: one.closes as 'good' | 'bad',
                    ratio: one.share * 1000,
                  }),
                };
              });
              if (slices.length > 0) {
                await store.write([{ key: name, slices }]);
                expected.splice(from, slices.length, ...slices);
              } else if (expected.length > 0) {
                const before = expected[expected.length - 1].end;
                await store.compact(before);
                const hour = Math.floor(before / 3600) * 3600;
                frozen = expected.filter(({ end }) => end <= hour).length;
              }
            }
            const times = expected
              .map(({ end }) => end)
              .filter(
                end =>
                  end % 3600 === 0 || end > (expected[frozen - 1]?.end ?? 0),
              );
            const points = await store.pointsAt([{ key: name, times }]);
            expect(points.get(name)).toEqual(
              times.map(time => ({ time, sums: naive(expected, time) })),
            );
            await knex('slice_hours').where({ key: name }).delete();
            await knex('measured_objectives').where({ key: name }).delete();
          },
        ),
        { numRuns: id === 'SQLITE_3' ? 50 : 20 },
      );
    });
  },
);
