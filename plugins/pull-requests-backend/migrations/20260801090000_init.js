// @ts-check

/**
 * Repositories, logins and team slugs are kept in lower case, because GitHub
 * does not distinguish case. A closed pull request stays for a while, so that a
 * late event or an old search index cannot bring it back.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('pull_requests', table => {
    table.string('id', 300).primary();
    table.string('repository').notNullable();
    table.string('repository_name').notNullable();
    table.integer('number').notNullable();
    table.text('title').notNullable();
    table.text('url').notNullable();
    table.string('author_login').notNullable();
    table.boolean('draft').notNullable();
    table.text('base_branch').notNullable();
    table.text('head_branch').notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table.timestamp('updated_at', { useTz: true }).notNullable();
    table.timestamp('closed_at', { useTz: true });
    table.timestamp('checked_at', { useTz: true });
    table.text('etag');
    table.index(['closed_at', 'created_at'], 'pull_requests_open_idx');
    table.index(['repository'], 'pull_requests_repository_idx');
    table.index(['author_login'], 'pull_requests_author_idx');
  });

  await knex.schema.createTable('review_requests', table => {
    table.string('pull_request_id', 300).notNullable();
    table.string('reviewer', 300).notNullable();
    table.primary(['pull_request_id', 'reviewer'], 'review_requests_pk');
    table.index(['reviewer'], 'review_requests_reviewer_idx');
  });

  await knex.schema.createTable('components', table => {
    table.string('entity_ref', 300).primary();
    table.string('repository').notNullable();
    table.text('title').notNullable();
    table.string('owner_ref', 300);
    table.index(['repository'], 'components_repository_idx');
    table.index(['owner_ref'], 'components_owner_idx');
  });

  await knex.schema.createTable('people', table => {
    table.string('entity_ref', 300).primary();
    table.string('login').notNullable();
    table.text('display_name');
    table.index(['login'], 'people_login_idx');
  });

  await knex.schema.createTable('teams', table => {
    table.string('entity_ref', 300).primary();
    table.string('slug').notNullable();
    table.index(['slug'], 'teams_slug_idx');
  });

  await knex.schema.createTable('collector_state', table => {
    table.string('name').primary();
    table.integer('run').notNullable();
    table.timestamp('as_of', { useTz: true });
    table.string('quality').notNullable();
    table.text('reason');
    table.timestamp('not_before', { useTz: true });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('collector_state');
  await knex.schema.dropTable('teams');
  await knex.schema.dropTable('people');
  await knex.schema.dropTable('components');
  await knex.schema.dropTable('review_requests');
  await knex.schema.dropTable('pull_requests');
};
