import type { ReliabilityEvent, TimeRange } from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import type { EventReading, EventStore } from './EventStore';
import { toIso } from './moments';

interface EventRow {
  id: string;
  entity_ref: string;
  kind: ReliabilityEvent['kind'];
  title: string;
  url: string | null;
  /** PostgreSQL gives large integers as text. */
  starts_at: number | string;
  ends_at: number | string | null;
  environment: string | null;
  label: string | null;
  actor: string | null;
}

const MAX_EVENTS = 500;

/** Keeps deploys and incidents in the database of the plugin. */
export class DatabaseEventStore implements EventStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc EventStore.list} */
  async list(entityRef: string, range: TimeRange): Promise<ReliabilityEvent[]> {
    return (await this.listMany([entityRef], range)).get(entityRef) ?? [];
  }

  /** {@inheritdoc EventStore.listMany} */
  async listMany(
    entityRefs: string[],
    range: TimeRange,
  ): Promise<Map<string, ReliabilityEvent[]>> {
    const rows: EventRow[] = await this.#knex('events')
      .whereIn('entity_ref', entityRefs)
      .where('starts_at', '<=', range.to)
      .where(touching =>
        touching
          .where('starts_at', '>', range.from)
          .orWhere('ends_at', '>', range.from)
          .orWhere(open => open.where('kind', 'incident').whereNull('ends_at')),
      )
      .orderBy([
        { column: 'starts_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(MAX_EVENTS);
    const events = new Map<string, ReliabilityEvent[]>();
    for (const row of rows.reverse()) {
      events.set(row.entity_ref, [
        ...(events.get(row.entity_ref) ?? []),
        mapEvent(row),
      ]);
    }
    return events;
  }

  /** {@inheritdoc EventStore.write} */
  async write(events: ReliabilityEvent[]): Promise<void> {
    for (const part of chunks(events.map(toRow))) {
      await this.#knex('events')
        .insert(part)
        .onConflict(['id', 'entity_ref'])
        .merge();
    }
  }

  /** {@inheritdoc EventStore.known} */
  async known(ids: string[], entityRefs: string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const part of chunks(ids)) {
      const rows: { id: string }[] = await this.#knex('events')
        .whereIn('id', part)
        .whereIn('entity_ref', entityRefs)
        .groupBy('id')
        .havingRaw('count(*) = ?', [entityRefs.length])
        .select('id');
      rows.forEach(({ id }) => found.add(id));
    }
    return found;
  }

  /** {@inheritdoc EventStore.open} */
  async open(): Promise<ReliabilityEvent[]> {
    const rows: EventRow[] = await this.#knex('events')
      .where({ kind: 'incident' })
      .whereNull('ends_at')
      .orderBy('starts_at')
      .limit(MAX_EVENTS);
    return rows.map(mapEvent);
  }

  /** {@inheritdoc EventStore.reading} */
  async reading(name: string): Promise<EventReading> {
    const row = await this.#knex('event_readings').where({ name }).first();
    return {
      etag: row?.etag ?? undefined,
      asOf: toIso(row?.as_of),
      reason: row?.reason ?? undefined,
    };
  }

  /** {@inheritdoc EventStore.setReading} */
  async setReading(name: string, reading: EventReading): Promise<void> {
    await this.#knex('event_readings')
      .insert({
        name,
        etag: reading.etag ?? null,
        as_of: reading.asOf ? new Date(reading.asOf) : null,
        reason: reading.reason ?? null,
      })
      .onConflict('name')
      .merge();
  }

  /** {@inheritdoc EventStore.prune} */
  async prune(before: number): Promise<void> {
    await this.#knex('events')
      .where('starts_at', '<', before)
      .where(ended =>
        ended.where('kind', 'deploy').orWhere('ends_at', '<', before),
      )
      .delete();
  }
}

function toRow(event: ReliabilityEvent): EventRow {
  return {
    id: event.id,
    entity_ref: event.entityRef,
    kind: event.kind,
    title: event.title,
    url: event.url ?? null,
    starts_at: event.start,
    ends_at: event.end ?? null,
    environment: event.environment ?? null,
    label: event.label ?? null,
    actor: event.actor ?? null,
  };
}

function mapEvent(row: EventRow): ReliabilityEvent {
  return {
    id: row.id,
    kind: row.kind,
    entityRef: row.entity_ref,
    title: row.title,
    url: row.url ?? undefined,
    start: Number(row.starts_at),
    end: row.ends_at === null ? undefined : Number(row.ends_at),
    environment: row.environment ?? undefined,
    label: row.label ?? undefined,
    actor: row.actor ?? undefined,
  };
}
