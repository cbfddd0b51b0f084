import type { SloState } from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import type { StateChange } from './StatusStore';

/** After so long a replica that took a change is taken for dead. */
const CLAIM_MS = 5 * 60 * 1000;
/** A change that could not be sent for a day is news no more. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** Remembers the states from which on changes are told. */
export async function insertFirstStates(
  tx: Knex.Transaction,
  states: Map<string, SloState>,
): Promise<void> {
  const rows = [...states].map(([slo_id, state]) => ({ slo_id, state }));
  for (const part of chunks(rows)) {
    await tx('told_states').insert(part).onConflict('slo_id').ignore();
  }
}

/**
 * Writes changes down, to be sent once the transaction holds. Of two writers
 * with the same change, the second finds it told.
 */
export async function insertChanges(
  tx: Knex.Transaction,
  changes: StateChange[],
  now: Date,
): Promise<void> {
  for (const change of changes) {
    const { sloId: slo_id, from, to } = change;
    const isNews = await tx('told_states')
      .where({ slo_id, state: from })
      .update({ state: to });
    if (isNews === 1) {
      await tx('state_changes').insert({
        slo_id,
        document: JSON.stringify(change),
        changed_at: now,
      });
    }
  }
}

/**
 * Takes the oldest change that nobody has sent or is sending. Of two replicas
 * that try at once, the update of one matches no row any more.
 */
export async function claimChange(
  knex: Knex,
  now: Date,
): Promise<(StateChange & { number: number }) | undefined> {
  const claimable = (query: Knex.QueryBuilder) =>
    query
      .whereNull('sent_at')
      .where('changed_at', '>', new Date(now.getTime() - STALE_MS))
      .where(inner =>
        inner
          .whereNull('claimed_at')
          .orWhere('claimed_at', '<', new Date(now.getTime() - CLAIM_MS)),
      );
  for (;;) {
    const row = await claimable(knex('state_changes'))
      .orderBy('number')
      .first('number', 'document');
    if (!row) {
      return undefined;
    }
    const claimed = await claimable(
      knex('state_changes').where({ number: row.number }),
    ).update({ claimed_at: now });
    if (claimed === 1) {
      return { ...JSON.parse(row.document), number: row.number };
    }
  }
}
