// @ts-check

/**
 * Measured slices. A row of `slice_hours` holds one hour of one objective: the
 * sums of everything up to the end of the hour, and the slices of the hour as
 * text until they are compacted. So a window of any length is the difference of
 * two rows, and 90 days of an objective are 2,160 rows.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('measured_objectives', table => {
    table.string('key', 400).primary();
    // Unix seconds.
    table.bigInteger('measured_since').notNullable();
    table.bigInteger('watermark').notNullable();
    table.bigInteger('compacted_until').notNullable();
    table.timestamp('measured_at', { useTz: true }).notNullable();
    // Sums of what was pruned, as JSON; they are part of the sums below.
    table.text('base');
  });

  await knex.schema.createTable('slice_hours', table => {
    table.string('key', 400).notNullable();
    // End of the hour in Unix seconds.
    table.bigInteger('hour').notNullable();
    table.integer('expected').notNullable();
    table.integer('known').notNullable();
    table.integer('no_traffic').notNullable();
    table.integer('no_data').notNullable();
    table.bigInteger('good').notNullable();
    table.bigInteger('total').notNullable();
    table.integer('good_timeslices').notNullable();
    table.integer('timeslices').notNullable();
    table.bigInteger('ratio').notNullable();
    table.text('packed');
    table.primary(['key', 'hour'], 'slice_hours_pk');
  });

  await knex.schema.createTable('measurement_notes', table => {
    table.string('key', 400).primary();
    table.string('measurement_hash', 64).notNullable();
    // Slices up to here were measured by an earlier definition. Unix seconds.
    table.bigInteger('measured_from').notNullable();
    table.text('last_error');
    table.timestamp('last_error_at', { useTz: true });
    table.text('description');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('measurement_notes');
  await knex.schema.dropTable('slice_hours');
  await knex.schema.dropTable('measured_objectives');
};
