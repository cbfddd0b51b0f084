/** SQLite gives times as milliseconds, PostgreSQL as dates. */
export type Moment = number | string | Date;

/** A moment of the database as ISO 8601 in UTC, or undefined for NULL. */
export function toIso(moment: Moment | null | undefined): string | undefined {
  return moment === null || moment === undefined
    ? undefined
    : new Date(moment).toISOString();
}

/** A moment of a column that is never NULL, as ISO 8601 in UTC. */
export function toRequiredIso(moment: Moment): string {
  return new Date(moment).toISOString();
}
