import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createDatabase } from '../store/createDatabase';
import { createStores, type Stores } from '../store/createStores';

/**
 * The databases that stores are tested on: SQLite always, PostgreSQL when the
 * environment names one.
 */
export function createTestDatabases() {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_16'] });
}

/** All stores on an empty database. */
export async function openStores(knex: Knex): Promise<Stores> {
  return createStores(await createDatabase(mockServices.database({ knex })));
}
