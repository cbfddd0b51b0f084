import {
  defaultPolicy,
  SLICE_SECONDS,
  type Slice,
  type SloDefinition,
  type SloWindow,
} from '@arctiq/plugin-slo-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import { createTestDatabases, openStores } from '../__testUtils__/databases';
import { sloComponent, sloDefinition } from '../__testUtils__/slos';
import { StatusUpdater } from '../status/StatusUpdater';
import type { Stores } from '../store/createStores';
import { ChartService } from './ChartService';
import { GateService } from './GateService';
import { SpendService } from './SpendService';

const databases = createTestDatabases();
/** A Wednesday in the middle of a week, a month and a day. */
const WATERMARK = Date.parse('2026-11-18T13:35:00Z') / 1000;
const NOW = WATERMARK + 70;
const DAYS = 3;

const windows: SloWindow[] = [
  { kind: 'rolling', duration: { value: 1, unit: 'd' } },
  { kind: 'rolling', duration: { value: 2, unit: 'd' } },
  {
    kind: 'calendar',
    duration: { value: 1, unit: 'w' },
    startTime: '2026-01-05 00:00:00',
    timeZone: 'America/New_York',
  },
  {
    kind: 'calendar',
    duration: { value: 1, unit: 'd' },
    startTime: '2026-01-01 00:00:00',
    timeZone: 'Asia/Kolkata',
  },
];

/** What happened in a stretch of six hours. */
const stretch = fc.record({
  total: fc.integer({ min: 0, max: 500_000 }),
  bad: fc.double({ min: 0, max: 0.01, noNaN: true }),
  state: fc.constantFrom<Slice['state'][]>(
    'measured',
    'measured',
    'measured',
    'measured',
    'no-traffic',
    'no-data',
    'unmeasured',
  ),
});

const history = fc.record({
  window: fc.constantFrom(...windows),
  method: fc.constantFrom<SloDefinition['budgetingMethod'][]>(
    'Occurrences',
    'Timeslices',
  ),
  stretches: fc.array(stretch, { minLength: DAYS * 4, maxLength: DAYS * 4 }),
  correction: fc.option(
    fc.record({
      start: fc.integer({ min: 0, max: DAYS * 288 - 30 }),
      slices: fc.integer({ min: 1, max: 24 }),
    }),
    { nil: undefined },
  ),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

function toSlices({ stretches, method }: History): Slice[] {
  const start = WATERMARK - DAYS * 86_400;
  return Array.from({ length: DAYS * 288 }, (_, index) => {
    const { total, bad, state } = stretches[Math.floor(index / 72)];
    const end = start + (index + 1) * SLICE_SECONDS;
    const measured = state === 'measured' && total > 0;
    const good = total - Math.floor(total * bad);
    return {
      end,
      ...(measured
        ? { state, good, total }
        : {
            state: state === 'measured' ? 'no-traffic' : state,
            good: 0,
            total: 0,
          }),
      ...(measured &&
        method === 'Timeslices' && {
          timeslice:
            good / total >= 0.995 ? ('good' as const) : ('bad' as const),
        }),
    };
  });
}

describe('one engine behind every surface', () => {
  let stores: Stores;
  let count = 0;

  beforeAll(async () => {
    stores = await openStores(await databases.init('SQLITE_3'));
  });

  async function show(given: History) {
    count += 1;
    const component = `service-${count}`;
    const definition = sloDefinition({
      component,
      window: given.window,
      budgetingMethod: given.method,
    });
    const { id, entityRef } = definition;
    const iso = new Date(NOW * 1000).toISOString();
    await stores.definitions.replace(
      sloComponent({ entityRef }),
      [definition],
      [],
      iso,
    );
    await stores.slices.write([{ key: id, slices: toSlices(given) }]);
    if (given.correction) {
      const from =
        WATERMARK - DAYS * 86_400 + given.correction.start * SLICE_SECONDS;
      await stores.corrections.add({
        id: `c${count}`,
        sloId: id,
        kind: 'exclusion',
        range: { from, to: from + given.correction.slices * SLICE_SECONDS },
        reason: 'property',
        createdBy: 'user:default/a',
        createdAt: iso,
      });
    }
    const now = () => new Date(NOW * 1000);
    const policy = defaultPolicy;
    const logger = mockServices.logger.mock();
    await new StatusUpdater({ ...stores, policy, logger }).update([id], NOW);
    const spends = new SpendService({ ...stores, policy });
    const stored = await stores.definitions.get(id);
    const tile = (await stores.statuses.get(id))?.summary.status;
    const series =
      stored &&
      (await new ChartService({ ...stores, spends, now }).series(stored, {}));
    const gate = await new GateService({
      ...stores,
      ...{ spends, policy, now },
      log: stores.gateLog,
      catalog: catalogServiceMock({}),
      auth: mockServices.auth(),
      environments: ['prod'],
      maxAgeSeconds: 1800,
    }).ask({ entityRef }, mockCredentials.user(), 'user:default/a');
    return { tile, last: series?.points.at(-1), gate };
  }

  it('shows the same figure as tile, last point of the chart, and gate', async () => {
    await fc.assert(
      fc.asyncProperty(history, async given => {
        const { tile, last, gate } = await show(given);
        expect(last?.time).toBe(WATERMARK);
        expect(last?.remaining).toBe(tile?.remaining);
        expect(last?.coverage).toBe(tile?.coverage);
        expect(gate.budgetRemaining).toBe(tile?.remaining);
        expect(1 - (tile?.remaining ?? 1)).toBeCloseTo(tile?.consumed ?? 0, 9);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
