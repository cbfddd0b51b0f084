import { TestDatabases } from '@backstage/backend-test-utils';
import type { SliceStore } from '../store/SliceStore';
import {
  define,
  noon,
  day,
  startCollector,
} from './__testUtils__/startCollector';

// Slow machines need patience.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const everything = { from: 0, to: noon + 100 * day };

describe('a collector that is killed', () => {
  it.each(['before', 'after'])(
    'has the same slices when killed %s any write',
    async moment => {
      const whole = await startCollector(databases);
      whole.definitions = [define('a'), define('b')];
      await whole.collect();
      const wanted = await whole.store.slices('a', everything);

      const setup = await startCollector(databases);
      setup.definitions = whole.definitions;
      const { store } = setup;
      let kills = 0;
      for (let writes = 0; ; writes++) {
        let left = writes;
        setup.slices = Object.create(store, {
          write: {
            value: async (entries: Parameters<SliceStore['write']>[0]) => {
              const killed = left === 0;
              left -= 1;
              if (killed && moment === 'before') {
                throw new Error('killed');
              }
              // A process that dies while it writes has written some objectives.
              await store.write(killed ? entries.slice(0, 1) : entries);
              if (killed) {
                throw new Error('killed');
              }
            },
          },
        });
        for (const name of ['states', 'slices'] as const) {
          Object.defineProperty(setup.slices, name, {
            value: store[name].bind(store),
          });
        }
        const end = await setup.collect().then(
          () => 'finished',
          (error: Error) => error.message,
        );
        if (end === 'finished') {
          break;
        }
        expect(end).toBe('killed');
        kills += 1;
      }
      expect(kills).toBeGreaterThan(1);
      await expect(setup.store.slices('a', everything)).resolves.toEqual(
        wanted,
      );
      await expect(setup.store.slices('b', everything)).resolves.toEqual(
        await whole.store.slices('b', everything),
      );
    },
  );
});
