import type { SloState } from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import { claimChange, insertChanges, insertFirstStates } from './stateChanges';
import { applyFilter } from './statusQuery';
import {
  mapStatus,
  SORT_COLUMNS,
  type StatusRow,
  toStatusRow,
} from './statusRows';
import type {
  EvaluatedSlo,
  RoundStatus,
  StateChange,
  StatusFilter,
  StatusListing,
  StatusPosition,
  StatusSort,
  StatusStore,
} from './StatusStore';
import { toIso } from './moments';

/** The only row of `rounds`. */
const ROUND = 'evaluation';

/** Keeps budgets in the database of the plugin. */
export class DatabaseStatusStore implements StatusStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc StatusStore.list} */
  async list(
    filter: StatusFilter,
    options: { sort: StatusSort; limit: number; after?: StatusPosition },
  ): Promise<StatusListing> {
    const column = SORT_COLUMNS[options.sort];
    const page = applyFilter(this.#knex('statuses'), filter)
      .select('id', column, 'document')
      .orderBy([column, 'id'])
      // One more than asked for tells whether there is a next page.
      .limit(options.limit + 1);
    if (options.after) {
      const { value, id } = options.after;
      page.whereRaw('(??, id) > (?, ?)', [column, value, id]);
    }
    const { states: wanted, ...others } = filter;
    const counts = applyFilter(this.#knex('statuses'), others)
      .select('state')
      .count({ total: '*' })
      .groupBy('state');
    const [rows, stateRows]: [
      StatusRow[],
      { state: SloState; total: number }[],
    ] = await Promise.all([page, counts]);
    const states = Object.fromEntries(
      stateRows.map(({ state, total }) => [state, Number(total)]),
    ) as StatusListing['states'];
    const shown = rows.slice(0, options.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(mapStatus),
      totalItems: sumOf(states, wanted),
      states,
      next:
        last && rows.length > options.limit
          ? { sort: options.sort, value: last[column], id: last.id }
          : undefined,
    };
  }

  /** {@inheritdoc StatusStore.get} */
  async get(id: string): Promise<EvaluatedSlo | undefined> {
    const row = await this.#knex('statuses').where({ id }).first('document');
    return row && mapStatus(row);
  }

  /** {@inheritdoc StatusStore.all} */
  async all(filter: StatusFilter): Promise<EvaluatedSlo[]> {
    const rows = await applyFilter(this.#knex('statuses'), filter)
      .select('document')
      .orderBy('id');
    return rows.map(mapStatus);
  }

  /** {@inheritdoc StatusStore.told} */
  async told(): Promise<Map<string, SloState>> {
    const rows: { slo_id: string; state: SloState }[] = await this.#knex(
      'told_states',
    );
    return new Map(rows.map(({ slo_id, state }) => [slo_id, state]));
  }

  /** {@inheritdoc StatusStore.write} */
  async write(
    evaluated: EvaluatedSlo[],
    changes: { tell: StateChange[]; first: Map<string, SloState> },
    now: Date,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      // One order for all writers, so that they cannot wait for each other.
      const rows = evaluated
        .map(toStatusRow)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const part of chunks(rows)) {
        await tx('statuses').insert(part).onConflict('id').merge();
      }
      await insertFirstStates(tx, changes.first);
      await insertChanges(tx, changes.tell, now);
      await countVersion(tx);
    });
  }

  /** {@inheritdoc StatusStore.keepOnly} */
  async keepOnly(ids: string[]): Promise<void> {
    const kept = new Set(ids);
    const rows: { id: string }[] = await this.#knex('statuses').select('id');
    const gone = rows.map(({ id }) => id).filter(id => !kept.has(id));
    if (gone.length === 0) {
      return;
    }
    await this.#knex.transaction(async tx => {
      for (const part of chunks(gone)) {
        await tx('statuses').whereIn('id', part).delete();
      }
      await countVersion(tx);
    });
  }

  /** {@inheritdoc StatusStore.round} */
  async round(): Promise<RoundStatus> {
    const row = await this.#knex('rounds').where({ name: ROUND }).first();
    return {
      version: row?.version ?? 0,
      asOf: toIso(row?.as_of),
      evaluatedAt: toIso(row?.evaluated_at),
      reason: row?.reason ?? undefined,
    };
  }

  /** {@inheritdoc StatusStore.endRound} */
  async endRound(round: Omit<RoundStatus, 'version'>): Promise<void> {
    await this.#knex.transaction(async tx => {
      await countVersion(tx);
      await tx('rounds')
        .where({ name: ROUND })
        .update({
          as_of: round.asOf ? new Date(round.asOf) : null,
          evaluated_at: round.evaluatedAt ? new Date(round.evaluatedAt) : null,
          reason: round.reason ?? null,
        });
    });
  }

  /** {@inheritdoc StatusStore.claimChange} */
  claimChange(now: Date) {
    return claimChange(this.#knex, now);
  }

  /** {@inheritdoc StatusStore.changeSent} */
  async changeSent(number: number, now: Date): Promise<void> {
    await this.#knex('state_changes')
      .where({ number })
      .update({ sent_at: now });
  }
}

function sumOf(
  states: StatusListing['states'],
  wanted: SloState[] | undefined,
): number {
  return Object.entries(states)
    .filter(([state]) => !wanted || wanted.includes(state as SloState))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** Tells readers that keep figures in memory that these are old. */
async function countVersion(tx: Knex.Transaction): Promise<void> {
  await tx('rounds')
    .insert({ name: ROUND, version: 1 })
    .onConflict('name')
    .merge({ version: tx.raw('rounds.version + 1') });
}
