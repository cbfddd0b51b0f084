import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createDatabase } from '../store/createDatabase';

/**
 * The databases that stores are tested on: SQLite always, PostgreSQL when the
 * environment names one.
 */
export function createTestDatabases() {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_16'] });
}

/** Brings the tables of the plugin into an empty database. */
export function migrate(knex: Knex): Promise<Knex> {
  return createDatabase(mockServices.database({ knex }));
}
