import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The folder of the migrations, also in the built package. */
export const migrationsDirectory = resolvePackagePath(
  '@arctiq/plugin-slo-backend',
  'migrations',
);

/**
 * Opens the database of the plugin and brings its tables up to date, unless the
 * configuration says that somebody else does.
 */
export async function createDatabase(database: DatabaseService): Promise<Knex> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory: migrationsDirectory });
  }
  return client;
}
