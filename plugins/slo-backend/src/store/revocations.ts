import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Revocation } from './CorrectionStore';
import { type Moment, toRequiredIso } from './moments';

/** Columns of `revocations` beside those of what was revoked. */
export interface RevocationColumns {
  revoked_by: string | null;
  revoked_at: Moment | null;
  revoked_reason: string | null;
}

/** Joins what ended each record of a table with alias `t`, if anything did. */
export function joinRevocations(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .leftJoin('revocations as r', 'r.record_id', 't.id')
    .select('t.*', 'r.revoked_by', 'r.revoked_at', {
      revoked_reason: 'r.reason',
    });
}

/** The revocation in a joined row. */
export function mapRevocation(row: RevocationColumns): Revocation | undefined {
  return row.revoked_by === null || row.revoked_at === null
    ? undefined
    : {
        by: row.revoked_by,
        at: toRequiredIso(row.revoked_at),
        reason: row.revoked_reason ?? '',
      };
}

/**
 * Ends a record.
 *
 * @throws ConflictError when it has ended already
 */
export async function insertRevocation(
  knex: Knex,
  recordId: string,
  revocation: Revocation,
): Promise<void> {
  try {
    await knex('revocations').insert({
      record_id: recordId,
      revoked_by: revocation.by,
      revoked_at: new Date(revocation.at),
      reason: revocation.reason,
    });
  } catch (error) {
    if (isDatabaseConflictError(error)) {
      throw new ConflictError(
        `'${recordId}' was revoked before; what is revoked stays so.`,
      );
    }
    throw error;
  }
}
