import type { Exemption } from '@arctiq/plugin-slo-common';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Revocation } from './CorrectionStore';
import type { ExemptionStore } from './ExemptionStore';
import { type Moment, toRequiredIso } from './moments';
import {
  insertRevocation,
  joinRevocations,
  mapRevocation,
  type RevocationColumns,
} from './revocations';

interface ExemptionRow extends RevocationColumns {
  id: string;
  entity_ref: string;
  environment: string | null;
  cause: Exemption['cause'];
  reason: string;
  granted_by: string;
  granted_at: Moment;
  expires_at: Moment;
}

const MAX_ROWS = 1000;

/** Keeps exemptions in the database of the plugin. */
export class DatabaseExemptionStore implements ExemptionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc ExemptionStore.list} */
  async list(entityRef?: string): Promise<Exemption[]> {
    const query = joinRevocations(this.#knex('exemptions as t'))
      .orderBy([{ column: 't.granted_at', order: 'desc' }, 't.id'])
      .limit(MAX_ROWS);
    if (entityRef) {
      query.where('t.entity_ref', entityRef);
    }
    const rows: ExemptionRow[] = await query;
    return rows.map(mapExemption);
  }

  /** {@inheritdoc ExemptionStore.add} */
  async add(exemption: Omit<Exemption, 'revoked'>): Promise<void> {
    await this.#knex('exemptions').insert({
      id: exemption.id,
      entity_ref: exemption.entityRef,
      environment: exemption.environment ?? null,
      cause: exemption.cause,
      reason: exemption.reason,
      granted_by: exemption.grantedBy,
      granted_at: new Date(exemption.grantedAt),
      expires_at: new Date(exemption.expiresAt),
    });
  }

  /** {@inheritdoc ExemptionStore.revoke} */
  async revoke(id: string, revocation: Revocation): Promise<Exemption> {
    const row: ExemptionRow | undefined = await joinRevocations(
      this.#knex('exemptions as t'),
    )
      .where('t.id', id)
      .first();
    if (!row) {
      throw new NotFoundError(
        `There is no exemption '${id}'; the list of exemptions names them.`,
      );
    }
    await insertRevocation(this.#knex, id, revocation);
    const { by, at } = revocation;
    return { ...mapExemption(row), revoked: { by, at } };
  }
}

function mapExemption(row: ExemptionRow): Exemption {
  const revocation = mapRevocation(row);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment ?? undefined,
    cause: row.cause,
    reason: row.reason,
    grantedBy: row.granted_by,
    grantedAt: toRequiredIso(row.granted_at),
    expiresAt: toRequiredIso(row.expires_at),
    revoked: revocation && { by: revocation.by, at: revocation.at },
  };
}
