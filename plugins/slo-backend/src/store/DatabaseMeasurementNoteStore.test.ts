import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createDatabase } from './createDatabase';
import { DatabaseMeasurementNoteStore } from './DatabaseMeasurementNoteStore';
import type { MeasurementNote } from './MeasurementNoteStore';

// Slow machines need patience.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_16'] });

describe('DatabaseMeasurementNoteStore', () => {
  it.each(databases.eachSupportedId())('keeps notes on %s', async id => {
    const knex = await databases.init(id);
    await createDatabase(mockServices.database({ knex }));
    const store = new DatabaseMeasurementNoteStore(knex);
    const failed: MeasurementNote = {
      ...{ key: 'a', measurementHash: 'one', measuredFrom: 1_795_262_400 },
      lastError: "Server 'main' could not be reached.",
      lastErrorAt: '2026-11-21T12:00:00.000Z',
      description: {
        ...{ server: 'main', warnings: [], retentionSeconds: 1_296_000 },
        queries: [{ role: 'total', promql: 'sum(x)' }],
      },
    };
    const plain = { key: 'b', measurementHash: 'two', measuredFrom: 0 };
    await store.saveNotes([plain, failed]);
    await store.saveNotes([]);
    expect([...(await store.notes()).values()]).toEqual(
      expect.arrayContaining([failed, plain]),
    );
    expect([...(await store.notes(['a', 'unknown'])).keys()]).toEqual(['a']);

    await store.saveNotes([
      { ...failed, lastError: undefined, lastErrorAt: undefined },
    ]);
    expect((await store.notes(['a'])).get('a')?.lastError).toBeUndefined();
  });
});
