// @ts-check

/** Entity refs and ids are at most three names of 63 characters and a kind. */
const REF = 300;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('components', table => {
    table.comment('What the catalog says of components that have SLOs');
    table.string('entity_ref', REF).primary();
    table.text('title').notNullable();
    table.string('owner_ref', REF);
    table.string('system_ref', REF);
    table.integer('tier');
    table.boolean('in_force').notNullable();
    table.timestamp('updated_at', { useTz: true }).notNullable();
  });

  await knex.schema.createTable('titles', table => {
    table.comment('Titles of the groups and systems of components');
    table.string('entity_ref', REF).primary();
    table.text('title').notNullable();
  });

  await knex.schema.createTable('definitions', table => {
    table.comment('The newest revision of each SLO');
    table.string('id', REF).primary();
    table.string('entity_ref', REF).notNullable();
    table.integer('revision').notNullable();
    table.timestamp('since', { useTz: true }).notNullable();
    table.boolean('in_force').notNullable();
    table.text('document').notNullable();
    table.index(['entity_ref'], 'definitions_entity_idx');
  });

  await knex.schema.createTable('definition_revisions', table => {
    table.comment('Every revision that ever was in force; append-only');
    table.string('id', REF).notNullable();
    table.integer('revision').notNullable();
    table.timestamp('since', { useTz: true }).notNullable();
    table.text('document').notNullable();
    table.primary(['id', 'revision'], 'definition_revisions_pk');
  });

  await knex.schema.createTable('definition_files', table => {
    table.comment('What the last reading of each file found');
    table.string('entity_ref', REF).notNullable();
    table.string('file', 1000).notNullable();
    table.text('etag');
    table.timestamp('read_at', { useTz: true });
    table.text('problems').notNullable();
    table.primary(['entity_ref', 'file'], 'definition_files_pk');
  });

  await knex.schema.createTable('statuses', table => {
    table.comment('The budget of each SLO after the last round');
    table.string('id', REF).primary();
    table.string('entity_ref', REF).notNullable();
    table.string('owner_ref', REF);
    table.string('system_ref', REF);
    table.integer('tier');
    table.string('state', 20).notNullable();
    table.text('search').notNullable();
    // What lists sort by, ascending, never null: what is unknown comes last.
    table.double('sort_burn').notNullable();
    table.double('sort_remaining').notNullable();
    table.double('sort_ends').notNullable();
    table.string('sort_name', 600).notNullable();
    table.text('document').notNullable();
    table.index(['entity_ref'], 'statuses_entity_idx');
    table.index(['owner_ref'], 'statuses_owner_idx');
    table.index(['system_ref'], 'statuses_system_idx');
    table.index(['sort_burn', 'id'], 'statuses_burn_idx');
    table.index(['sort_remaining', 'id'], 'statuses_remaining_idx');
    table.index(['sort_ends', 'id'], 'statuses_ends_idx');
    table.index(['sort_name', 'id'], 'statuses_name_idx');
  });

  await knex.schema.createTable('rounds', table => {
    table.comment('One row: what the last round of evaluation did');
    table.string('name', 20).primary();
    table.integer('version').notNullable();
    table.timestamp('as_of', { useTz: true });
    table.timestamp('evaluated_at', { useTz: true });
    table.text('reason');
  });

  await knex.schema.createTable('told_states', table => {
    table.comment('The state of each SLO that its owner was told last');
    table.string('slo_id', REF).primary();
    table.string('state', 20).notNullable();
  });

  await knex.schema.createTable('state_changes', table => {
    table.comment('Changes to tell about: written with the status, sent later');
    table.increments('number');
    table.string('slo_id', REF).notNullable();
    table.text('document').notNullable();
    table.timestamp('changed_at', { useTz: true }).notNullable();
    table.timestamp('claimed_at', { useTz: true });
    table.timestamp('sent_at', { useTz: true });
    table.index(['sent_at'], 'state_changes_sent_idx');
  });

  await knex.schema.createTable('corrections', table => {
    table.comment('Time that does not count; append-only evidence');
    table.string('id', 40).primary();
    table.string('slo_id', REF).notNullable();
    table.string('kind', 30).notNullable();
    table.bigInteger('range_from').notNullable();
    table.bigInteger('range_to').notNullable();
    table.text('reason').notNullable();
    table.string('created_by', REF).notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.index(['slo_id'], 'corrections_slo_idx');
  });

  await knex.schema.createTable('exemptions', table => {
    table.comment('Permissions to ship although frozen; append-only evidence');
    table.string('id', 40).primary();
    table.string('entity_ref', REF).notNullable();
    table.string('environment', 63);
    table.string('cause', 40).notNullable();
    table.text('reason').notNullable();
    table.string('granted_by', REF).notNullable();
    table.timestamp('granted_at', { useTz: true }).notNullable();
    table.timestamp('expires_at', { useTz: true }).notNullable();
    table.index(['entity_ref'], 'exemptions_entity_idx');
  });

  await knex.schema.createTable('revocations', table => {
    table.comment('What ended a correction or an exemption; append-only');
    table.string('record_id', 40).primary();
    table.string('revoked_by', REF).notNullable();
    table.timestamp('revoked_at', { useTz: true }).notNullable();
    table.text('reason').notNullable();
  });

  await knex.schema.createTable('events', table => {
    table.comment('Deploys and incidents of components');
    table.string('id', REF).notNullable();
    table.string('entity_ref', REF).notNullable();
    table.string('kind', 20).notNullable();
    table.text('title').notNullable();
    table.text('url');
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at');
    table.string('environment', 100);
    table.text('label');
    table.string('actor', REF);
    table.primary(['id', 'entity_ref'], 'events_pk');
    table.index(['entity_ref', 'starts_at'], 'events_entity_idx');
  });

  await knex.schema.createTable('event_readings', table => {
    table.comment('How far each source of events is read');
    table.string('name', REF).primary();
    table.text('etag');
    table.timestamp('as_of', { useTz: true });
    table.text('reason');
  });

  await knex.schema.createTable('gate_answers', table => {
    table.comment('Every answer of the promotion gate; append-only evidence');
    table.increments('number');
    table.timestamp('asked_at', { useTz: true }).notNullable();
    table.string('asked_by', 1000).notNullable();
    table.string('entity_ref', REF).notNullable();
    table.string('environment', 63).notNullable();
    table.string('decision', 20).notNullable();
    table.text('document').notNullable();
    table.index(['entity_ref', 'asked_at'], 'gate_answers_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'gate_answers',
    'event_readings',
    'events',
    'revocations',
    'exemptions',
    'corrections',
    'state_changes',
    'told_states',
    'rounds',
    'statuses',
    'definition_files',
    'definition_revisions',
    'definitions',
    'titles',
    'components',
  ]) {
    await knex.schema.dropTable(table);
  }
};
