import { TestDatabases } from '@backstage/backend-test-utils';
import type { Slice } from '@arctiq/plugin-slo-common';
import { noData, traffic } from './__testUtils__/ScriptedSource';
import {
  day,
  define,
  noon,
  startCollector,
} from './__testUtils__/startCollector';

// Slow machines need patience.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What the source would say of each slice, oldest first. */
function expected(key: string, from: number, to: number): Slice[] {
  return Array.from({ length: (to - from) / 300 }, (_, index) =>
    traffic(key, from + (index + 1) * 300),
  );
}

/** The time up to which slices are closed and settled at noon. */
const closed = noon - 300;
const everything = { from: 0, to: noon + 100 * day };

describe('MeasurementCollector', () => {
  it('measures the past of a new objective, then what closes', async () => {
    const setup = await startCollector(databases);
    await setup.collect();
    const start = noon - 3 * day + 3600;
    await expect(setup.store.slices('a', everything)).resolves.toEqual(
      expected('a', start, closed),
    );
    expect(setup.source.asked.length).toBeLessThanOrEqual(4);
    expect(setup.told).toEqual([
      { ids: ['a'], round: { number: 1, startedAt: noon, target: closed } },
    ]);

    setup.source.asked.length = 0;
    setup.now = noon + 31;
    await setup.collect();
    await setup.collect();
    expect(setup.source.asked).toEqual([
      { keys: ['a'], range: { from: noon - 900, to: noon } },
    ]);
    await expect(setup.store.slices('a', everything)).resolves.toEqual(
      expected('a', start, noon),
    );
  });

  it('corrects slices whose samples came late', async () => {
    const setup = await startCollector(databases);
    setup.source.script = (key, end) =>
      end > closed - 600
        ? { ...traffic(key, end), good: 0 }
        : traffic(key, end);
    await setup.collect();
    setup.source.script = traffic;
    setup.now = noon + 100;
    await setup.collect();
    await expect(
      setup.store.slices('a', { from: closed - 3600, to: noon }),
    ).resolves.toEqual(expected('a', closed - 3600, noon));
  });

  it('keeps what was known when the source forgets it', async () => {
    const setup = await startCollector(databases);
    await setup.collect();
    setup.source.script = (_, end) => noData(end);
    setup.now = noon + 100;
    await setup.collect();
    await expect(
      setup.store.slices('a', { from: noon - 900, to: noon }),
    ).resolves.toEqual([...expected('a', noon - 900, closed), noData(noon)]);
  });

  it('fills the hole of an outage of a day', async () => {
    const setup = await startCollector(databases, { backfillDays: 5 });
    setup.definitions = [define('a'), define('b')];
    await setup.collect();
    setup.source.down = "Server 'main' could not be reached: refused.";
    for (let hour = 1; hour <= 30; hour++) {
      setup.now = noon + hour * 3600;
      await setup.collect();
    }
    const { watermark } = (await setup.store.states()).get('a') ?? {};
    expect(watermark).toBe(closed);
    expect((await setup.notes.notes()).get('a')).toMatchObject({
      lastError: "Server 'main' could not be reached: refused.",
      lastErrorAt: new Date(setup.now * 1000).toISOString(),
    });
    setup.source.down = undefined;
    await setup.collect();
    await setup.collect();
    for (const key of ['a', 'b']) {
      await expect(setup.store.slices(key, everything)).resolves.toEqual(
        expected(key, noon - 5 * day + 3600, setup.now - 300),
      );
    }
    expect((await setup.notes.notes()).get('a')?.lastError).toBeUndefined();
  });

  it('stores what the source has forgotten as not measured', async () => {
    const setup = await startCollector(databases);
    setup.source.retentionSeconds = 2 * day;
    await setup.collect();
    setup.source.down = 'down';
    setup.now = noon + 4 * day;
    await setup.collect();
    const lost = noon + 2 * day;
    await expect(
      setup.store.slices('a', { from: closed, to: everything.to }),
    ).resolves.toHaveLength((lost - closed) / 300);

    setup.source.down = undefined;
    setup.source.script = (key, end) =>
      end <= lost ? noData(end) : traffic(key, end);
    await setup.collect();
    const slices = await setup.store.slices('a', {
      from: closed,
      to: everything.to,
    });
    expect(slices.filter(({ end }) => end > lost)).toEqual(
      expected('a', lost, setup.now - 300),
    );
    expect(slices[0]).toEqual({
      ...{ end: closed + 300, state: 'unmeasured', good: 0, total: 0 },
      reason: expect.stringMatching(/more than 2 days back.* down$/),
    });
    expect(new Set(slices.map(({ end }) => end)).size).toBe(
      (setup.now - 300 - closed) / 300,
    );
  });

  it('gives up answers of a source that has forgotten', async () => {
    const setup = await startCollector(databases);
    setup.source.retentionSeconds = day;
    await setup.collect();
    setup.now = noon + 3 * day;
    setup.source.script = (key, end) =>
      end <= noon + 2 * day ? noData(end) : traffic(key, end);
    await setup.collect();
    const slices = await setup.store.slices('a', {
      from: closed,
      to: noon + 3 * day,
    });
    const lost = slices.filter(({ state }) => state === 'unmeasured');
    expect(lost).toHaveLength((2 * day + 300) / 300);
    expect(lost[0].reason).toMatch(/more than 1 days back/);
  });

  it('harms only the objective whose query is refused', async () => {
    const setup = await startCollector(databases);
    setup.definitions = [define('a'), define('b'), define('c')];
    setup.source.refused.add('b');
    const collector = setup.create();
    await collector.run(new AbortController().signal);
    expect((await setup.store.states()).has('b')).toBe(false);
    await expect(setup.store.slices('c', everything)).resolves.toHaveLength(
      (3 * day - 3600 - 300) / 300,
    );
    expect((await setup.notes.notes()).get('b')?.lastError).toBe('bad query');
    expect(collector.progress()).toMatchObject({
      ...{ objectives: 3, current: 2, failing: 1 },
      slices: (2 * (3 * day - 3900)) / 300,
    });

    setup.source.refused.clear();
    await setup.collect();
    setup.source.refused.add('b');
    setup.now = noon + 60;
    await setup.collect();
    await expect(
      setup.store.slices('b', { from: noon - 300, to: noon }),
    ).resolves.toEqual([
      {
        end: noon,
        state: 'unmeasured',
        good: 0,
        total: 0,
        reason: 'bad query',
      },
    ]);
  });

  it('starts a history where something is known', async () => {
    const setup = await startCollector(databases, { backfillDays: 6 });
    setup.definitions = [define('never'), define('young')];
    const born = noon - 1.5 * day;
    setup.source.script = (key, end) =>
      key === 'young' && end > born ? traffic(key, end) : noData(end);
    await setup.collect();
    await expect(setup.store.slices('young', everything)).resolves.toEqual(
      expected('young', born, closed),
    );
    const never = await setup.store.slices('never', everything);
    expect(never).toHaveLength(12);
    setup.source.asked.length = 0;
    setup.now = noon + 300;
    await setup.collect();
    expect(setup.source.asked).toHaveLength(1);
  });

  it('leaves alone what an earlier definition measured', async () => {
    const setup = await startCollector(databases);
    await setup.collect();
    setup.definitions = [define('a', { measurementHash: 'two' })];
    setup.source.script = (key, end) => ({ ...traffic(key, end), good: 0 });
    setup.now = noon + 400;
    await setup.collect();
    setup.now = noon + 700;
    await setup.collect();
    const slices = await setup.store.slices('a', {
      from: noon - 1200,
      to: noon + 600,
    });
    expect(slices.filter(({ good }) => good > 0)).toEqual(
      expected('a', noon - 1200, closed),
    );
    expect(slices).toHaveLength(6);
    expect((await setup.notes.notes()).get('a')).toMatchObject({
      ...{ measurementHash: 'two', measuredFrom: closed },
    });
  });

  it('measures others on time while one catches up', async () => {
    const setup = await startCollector(databases, { backfillDays: 20 });
    await setup.collect();
    setup.definitions = [define('a'), define('b')];
    const { script } = setup.source;
    setup.source.script = (key, end) => script(key, end);
    const measure = setup.source.measure.bind(setup.source);
    setup.source.measure = async (...args) => {
      setup.now += 100;
      return measure(...args);
    };
    await setup.collect();
    const rounds = setup.source.asked.filter(({ keys }) => keys.includes('a'));
    const steps = setup.source.asked.filter(({ keys }) => keys.includes('b'));
    expect(steps.length).toBeGreaterThan(19);
    // Every fourth step or so a slice closes, and is measured at once.
    expect(rounds.length).toBeGreaterThan(5);
  });

  it('does not turn in circles when a source gives nothing', async () => {
    const setup = await startCollector(databases);
    setup.definitions = [define('a'), define('b')];
    const measure = setup.source.measure.bind(setup.source);
    setup.source.measure = async (objectives, range) => {
      const found = await measure(objectives, range);
      found.delete('a');
      return found.set('b', { kind: 'measured', slices: [] });
    };
    await setup.collect();
    expect((await setup.store.states()).size).toBe(0);
    expect((await setup.notes.notes()).get('a')?.lastError).toMatch(
      /gave no answer/,
    );
  });

  it('stops when told to, and goes on later', async () => {
    const setup = await startCollector(databases, { backfillDays: 10 });
    const controller = new AbortController();
    const measure = setup.source.measure.bind(setup.source);
    setup.source.measure = async (...args) => {
      if (setup.source.asked.length === 3) {
        controller.abort();
      }
      return measure(...args);
    };
    await setup.collect(controller.signal);
    const { watermark = 0 } = (await setup.store.states()).get('a') ?? {};
    expect(watermark).toBe(noon - 7 * day + 3600);
    expect(setup.told).toEqual([]);
    await setup.collect();
    await expect(setup.store.slices('a', everything)).resolves.toEqual(
      expected('a', noon - 10 * day + 3600, closed),
    );
  });
});
