import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { PullRequestRecord } from '../types';
import { buildListQuery } from './listQuery';
import {
  CheckResults,
  CheckedPullRequest,
  CollectorStatus,
  KnownPullRequest,
  ListFilter,
  PullRequestStore,
} from './PullRequestStore';
import { PullRequestRow, mapRow, toDate, toReviewers, toRow } from './rows';

/** The only collector there is; the table has room for one per source. */
const COLLECTOR = 'github';
/** Below the number of variables that SQLite and PostgreSQL allow. */
const CHUNK = 500;
const KEEP_CLOSED_MS = 30 * 24 * 60 * 60 * 1000;

/** Keeps pull requests in the database of the plugin. */
export class DatabasePullRequestStore implements PullRequestStore {
  constructor(private readonly knex: Knex) {}

  /** {@inheritdoc PullRequestStore.beginRun} */
  async beginRun(): Promise<number> {
    const [{ run }] = await this.knex('collector_state')
      .insert({ name: COLLECTOR, run: 1, quality: 'not-measured' })
      .onConflict('name')
      .merge({ run: this.knex.raw('collector_state.run + 1') })
      .returning('run');
    return run;
  }

  /** {@inheritdoc PullRequestStore.known} */
  async known(): Promise<Map<string, KnownPullRequest>> {
    const rows: PullRequestRow[] = await this.knex('pull_requests').select(
      'id',
      'updated_at',
      'closed_at',
      'checked_at',
      'etag',
    );
    return new Map(
      rows.map(row => [
        row.id,
        {
          updatedAt: new Date(row.updated_at),
          open: row.closed_at === null,
          checkedAt: toDate(row.checked_at),
          etag: row.etag ?? undefined,
        },
      ]),
    );
  }

  /** {@inheritdoc PullRequestStore.saveChecks} */
  async saveChecks(
    run: number,
    results: CheckResults,
    now: Date,
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      await this.#assertNewest(tx, run);
      // One order for all writers, so that they cannot wait for each other.
      const found = [...results.found].sort((a, b) =>
        a.record.id < b.record.id ? -1 : 1,
      );
      for (const { record, ...check } of found) {
        await this.#upsert(tx, record, check);
      }
      for (const ids of chunks(results.unchanged)) {
        await tx('pull_requests')
          .whereIn('id', ids)
          .update({ checked_at: now });
      }
      for (const ids of chunks(results.gone)) {
        await tx('pull_requests')
          .whereIn('id', ids)
          .whereNull('closed_at')
          .update({ closed_at: now, checked_at: now, etag: null });
      }
    });
  }

  /** {@inheritdoc PullRequestStore.endRun} */
  async endRun(run: number, status: CollectorStatus, now: Date): Promise<void> {
    await this.knex.transaction(async tx => {
      await this.#assertNewest(tx, run);
      await tx('collector_state')
        .where({ name: COLLECTOR })
        .update({
          as_of: status.asOf ?? null,
          quality: status.quality,
          reason: status.reason ?? null,
          not_before: status.notBefore ?? null,
        });
      const forgotten = tx('pull_requests')
        .select('id')
        .where('closed_at', '<', new Date(now.getTime() - KEEP_CLOSED_MS));
      await tx('review_requests')
        .whereIn('pull_request_id', forgotten)
        .delete();
      await tx('pull_requests').whereIn('id', forgotten.clone()).delete();
    });
  }

  /** {@inheritdoc PullRequestStore.applyEvent} */
  async applyEvent(record: PullRequestRecord): Promise<void> {
    await this.knex.transaction(tx => this.#upsert(tx, record));
  }

  /** {@inheritdoc PullRequestStore.status} */
  async status(): Promise<CollectorStatus> {
    const row = await this.knex('collector_state')
      .where({ name: COLLECTOR })
      .first();
    return {
      asOf: toDate(row?.as_of),
      quality: row?.quality ?? 'not-measured',
      reason: row?.reason ?? undefined,
      notBefore: toDate(row?.not_before),
    };
  }

  /** {@inheritdoc PullRequestStore.list} */
  async list(filter: ListFilter) {
    const matching = buildListQuery(this.knex, filter);
    const page = matching
      .clone()
      .select('p.*')
      .orderBy(['p.rank', 'p.created_at', 'p.id'])
      .limit(filter.limit);
    if (filter.after) {
      const { rank, createdAt, id } = filter.after;
      page.whereRaw('(p.rank, p.created_at, p.id) > (?, ?, ?)', [
        rank,
        createdAt,
        id,
      ]);
    }
    const rows: Array<PullRequestRow & { rank: number }> = await page;
    const [{ total }] = await matching.count({ total: '*' });
    const reviewers = await this.#reviewersOf(rows.map(row => row.id));
    return {
      items: rows.map(row => mapRow(row, reviewers.get(row.id) ?? [])),
      totalItems: Number(total),
    };
  }

  async #reviewersOf(ids: string[]): Promise<Map<string, string[]>> {
    const rows = await this.knex('review_requests').whereIn(
      'pull_request_id',
      ids,
    );
    const reviewers = new Map<string, string[]>();
    for (const row of rows) {
      const others = reviewers.get(row.pull_request_id) ?? [];
      reviewers.set(row.pull_request_id, [...others, row.reviewer]);
    }
    return reviewers;
  }

  async #assertNewest(tx: Knex.Transaction, run: number): Promise<void> {
    const state = await tx('collector_state')
      .where({ name: COLLECTOR })
      .forUpdate()
      .first('run');
    if (state?.run !== run) {
      throw new ConflictError(
        `Collection ${run} of pull requests was overtaken by collection ${state?.run}; ` +
          'what it found is left to the later one.',
      );
    }
  }

  async #upsert(
    tx: Knex.Transaction,
    record: PullRequestRecord,
    check?: Pick<CheckedPullRequest, 'checkedAt' | 'etag'>,
  ): Promise<void> {
    const row = toRow(record, check);
    const applied = await tx('pull_requests')
      .insert(row)
      .onConflict('id')
      .merge()
      .where('pull_requests.updated_at', '<=', row.updated_at)
      .returning('id');
    if (applied.length === 0) {
      return;
    }
    await tx('review_requests').where({ pull_request_id: row.id }).delete();
    const reviewers = toReviewers(
      record.requestedReviewers,
      record.requestedTeams,
    );
    if (reviewers.length > 0) {
      await tx('review_requests').insert(
        reviewers.map(reviewer => ({ pull_request_id: row.id, reviewer })),
      );
    }
  }
}

function* chunks<T>(values: T[]): Iterable<T[]> {
  for (let start = 0; start < values.length; start += CHUNK) {
    yield values.slice(start, start + CHUNK);
  }
}
