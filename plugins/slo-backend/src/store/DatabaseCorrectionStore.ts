import type { Correction } from '@arctiq/plugin-slo-common';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { CorrectionStore, Revocation } from './CorrectionStore';
import { type Moment, toRequiredIso } from './moments';
import {
  insertRevocation,
  joinRevocations,
  mapRevocation,
  type RevocationColumns,
} from './revocations';

interface CorrectionRow extends RevocationColumns {
  id: string;
  slo_id: string;
  kind: Correction['kind'];
  /** PostgreSQL gives large integers as text. */
  range_from: number | string;
  range_to: number | string;
  reason: string;
  created_by: string;
  created_at: Moment;
}

/** Keeps corrections in the database of the plugin. */
export class DatabaseCorrectionStore implements CorrectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc CorrectionStore.list} */
  async list(sloId: string): Promise<Correction[]> {
    const rows: CorrectionRow[] = await joinRevocations(
      this.#knex('corrections as t'),
    )
      .where('t.slo_id', sloId)
      .orderBy([{ column: 't.created_at', order: 'desc' }, 't.id']);
    return rows.map(mapCorrection);
  }

  /** {@inheritdoc CorrectionStore.inForce} */
  async inForce(sloIds?: string[]): Promise<Map<string, Correction[]>> {
    const query = joinRevocations(this.#knex('corrections as t'))
      .whereNull('r.record_id')
      .orderBy(['t.range_from', 't.id']);
    // Corrections are few: past a point all are read instead of naming SLOs.
    if (sloIds && sloIds.length <= 500) {
      query.whereIn('t.slo_id', sloIds);
    }
    const rows: CorrectionRow[] = await query;
    const bySlo = new Map<string, Correction[]>();
    for (const correction of rows.map(mapCorrection)) {
      const others = bySlo.get(correction.sloId);
      if (others) {
        others.push(correction);
      } else {
        bySlo.set(correction.sloId, [correction]);
      }
    }
    return bySlo;
  }

  /** {@inheritdoc CorrectionStore.add} */
  async add(correction: Omit<Correction, 'revoked'>): Promise<void> {
    await this.#knex('corrections').insert({
      id: correction.id,
      slo_id: correction.sloId,
      kind: correction.kind,
      range_from: correction.range.from,
      range_to: correction.range.to,
      reason: correction.reason,
      created_by: correction.createdBy,
      created_at: new Date(correction.createdAt),
    });
  }

  /** {@inheritdoc CorrectionStore.revoke} */
  async revoke(
    sloId: string,
    id: string,
    revocation: Revocation,
  ): Promise<Correction> {
    const known = (await this.list(sloId)).find(item => item.id === id);
    if (!known) {
      throw new NotFoundError(
        `The SLO '${sloId}' has no correction '${id}'; its list of corrections names them.`,
      );
    }
    await insertRevocation(this.#knex, id, revocation);
    return { ...known, revoked: revocation };
  }
}

function mapCorrection(row: CorrectionRow): Correction {
  return {
    id: row.id,
    sloId: row.slo_id,
    kind: row.kind,
    range: { from: Number(row.range_from), to: Number(row.range_to) },
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: toRequiredIso(row.created_at),
    revoked: mapRevocation(row),
  };
}
