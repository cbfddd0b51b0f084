import { createTestDatabases } from '../__testUtils__/databases';
import { migrationsDirectory } from './createDatabase';

const databases = createTestDatabases();
const tables = [
  'components',
  'corrections',
  'definition_files',
  'definition_revisions',
  'definitions',
  'event_readings',
  'events',
  'exemptions',
  'gate_answers',
  'revocations',
  'rounds',
  'slice_hours',
  'state_changes',
  'statuses',
  'titles',
  'told_states',
];

describe('migrations', () => {
  it.each(databases.eachSupportedId())('walk up and down on %s', async id => {
    const knex = await databases.init(id);
    const config = { directory: migrationsDirectory };
    const [, files]: [unknown, unknown[]] = await knex.migrate.list(config);

    for (let step = 0; step < files.length; step++) {
      await knex.migrate.up(config);
    }
    for (const table of tables) {
      await expect(knex.schema.hasTable(table)).resolves.toBe(true);
    }

    for (let step = 0; step < files.length; step++) {
      await knex.migrate.down(config);
    }
    for (const table of tables) {
      await expect(knex.schema.hasTable(table)).resolves.toBe(false);
    }
    await knex.migrate.latest(config);
    await expect(knex('statuses').select()).resolves.toEqual([]);
  });
});
