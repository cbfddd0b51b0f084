import type { ReliabilityEvent } from '@arctiq/plugin-slo-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { chunks } from '../store/chunks';
import type { EventStore } from '../store/EventStore';
import { listComponents } from './listComponents';
import type { Incident, IncidentSource } from './PagerDutySource';

const SERVICE_ID = 'pagerduty.com/service-id';
/** Under this name the store keeps how incidents were read. */
export const INCIDENTS_READING = 'incidents';
/** Services named in one request, for the length of the address. */
const SERVICES = 50;
/** PagerDuty takes at most half a year; this is read over again each time. */
const OVERLAP_MS = 60 * 60 * 1000;
const STEP_MS = 30 * 24 * 60 * 60 * 1000;

/** What {@link IncidentCollector} needs. */
export interface IncidentCollectorOptions {
  source: IncidentSource;
  catalog: CatalogService;
  auth: AuthService;
  store: EventStore;
  logger: LoggerService;
  /** How far back the first reading goes. */
  backfillDays: number;
  /** The clock; replaced in tests. */
  now?: () => Date;
}

/** Reads the incidents of components that have SLOs. */
export class IncidentCollector {
  readonly #options: IncidentCollectorOptions;

  constructor(options: IncidentCollectorOptions) {
    this.#options = options;
  }

  /**
   * Reads what began since the last complete reading, and what was open then.
   * An error of PagerDuty leaves all as it is and is kept as a reason.
   *
   * @param signal - ends the collection early
   * @throws Error when the catalog or the database cannot be used
   */
  async run(signal: AbortSignal): Promise<void> {
    const { store, logger } = this.#options;
    const services = await listComponents(this.#options, SERVICE_ID, signal);
    const until = this.#options.now?.() ?? new Date();
    const last = await store.reading(INCIDENTS_READING);
    // Another set of services means that some of them were never read.
    const etag = [...services.keys()].sort().join(',');
    const from =
      last.asOf && last.etag === etag
        ? Date.parse(last.asOf) - OVERLAP_MS
        : until.getTime() - this.#options.backfillDays * 24 * 3600 * 1000;
    try {
      await this.#readOpen(services, signal);
      for (let start = from; start < until.getTime(); start += STEP_MS) {
        const end = Math.min(start + STEP_MS, until.getTime());
        await this.#readRange(services, new Date(start), new Date(end), signal);
      }
      await store.setReading(INCIDENTS_READING, {
        asOf: until.toISOString(),
        etag,
      });
    } catch (error) {
      signal.throwIfAborted();
      const reason = `${toError(error).message}.`;
      logger.warn(`Incidents are not up to date: ${reason}`);
      await store.setReading(INCIDENTS_READING, { ...last, reason });
    }
  }

  async #readRange(
    services: Map<string, string[]>,
    since: Date,
    until: Date,
    signal: AbortSignal,
  ): Promise<void> {
    const { source, store } = this.#options;
    const range = { since: since.toISOString(), until: until.toISOString() };
    for (const ids of chunks([...services.keys()], SERVICES)) {
      const incidents = await source.list(ids, range, signal);
      await store.write(incidents.flatMap(item => toEvents(item, services)));
    }
  }

  /** An incident may end long after the stretch in which it began was read. */
  async #readOpen(
    services: Map<string, string[]>,
    signal: AbortSignal,
  ): Promise<void> {
    const { source, store } = this.#options;
    const open = await store.open();
    for (const id of new Set(open.map(event => event.id))) {
      const incident = await source.get(toIncidentId(id), signal);
      if (incident) {
        await store.write(toEvents(incident, services));
      } else {
        const gone = open.filter(event => event.id === id);
        await store.write(gone.map(event => ({ ...event, end: event.start })));
      }
    }
  }
}

const PREFIX = 'incident:';

function toIncidentId(eventId: string): string {
  return eventId.slice(PREFIX.length);
}

function toEvents(
  incident: Incident,
  services: Map<string, string[]>,
): ReliabilityEvent[] {
  const { createdAt, resolvedAt } = incident;
  return (services.get(incident.serviceId) ?? []).map(entityRef => ({
    id: `${PREFIX}${incident.id}`,
    kind: 'incident',
    entityRef,
    title: incident.title,
    url: incident.url,
    start: Math.floor(Date.parse(createdAt) / 1000),
    end: resolvedAt ? Math.ceil(Date.parse(resolvedAt) / 1000) : undefined,
    label: incident.priority,
  }));
}
