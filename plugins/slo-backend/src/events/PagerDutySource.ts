import { createLimitedFetch } from '@arctiq/upstream';
import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import { shorten, toUpstreamError, toWebAddress } from './errors';

/** An incident as PagerDuty describes it. */
export interface Incident {
  id: string;
  number: number;
  title: string;
  url?: string;
  serviceId: string;
  priority?: string;
  urgency?: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; absent while it is open. */
  resolvedAt?: string;
}

/** Reads incidents of services. */
export interface IncidentSource {
  /**
   * Incidents of the services that began in a stretch of time.
   *
   * @param range - ISO 8601
   */
  list(
    serviceIds: string[],
    range: { since: string; until: string },
    signal: AbortSignal,
  ): Promise<Incident[]>;
  /** One incident; undefined when there is none of that id. */
  get(id: string, signal: AbortSignal): Promise<Incident | undefined>;
}

const incidentSchema = z.object({
  id: z.string(),
  incident_number: z.number().int(),
  title: z.string(),
  html_url: z.string().nullish(),
  status: z.string(),
  urgency: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  resolved_at: z.iso.datetime({ offset: true }).nullish(),
  last_status_change_at: z.iso.datetime({ offset: true }).nullish(),
  service: z.object({ id: z.string() }),
  priority: z.object({ summary: z.string() }).nullish(),
});

const pageSchema = z.object({
  incidents: z.array(incidentSchema),
  more: z.boolean(),
});

const PAGE_SIZE = 100;
/** PagerDuty refuses an offset and limit above 10,000 together. */
const MAX_PAGES = 20;
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

/** Reads incidents over version 2 of PagerDuty's REST API. */
export class PagerDutySource implements IncidentSource {
  readonly #options: { url: string; token: string };
  readonly #fetch: typeof fetch;

  /** @param options - address of the API without a slash at its end, and a token that may read */
  constructor(options: { url: string; token: string; timeoutMs?: number }) {
    this.#options = options;
    this.#fetch = createLimitedFetch({
      timeoutMs: options.timeoutMs ?? 15_000,
      maxBytes: MAX_ANSWER_BYTES,
    });
  }

  /** {@inheritdoc IncidentSource.list} */
  async list(
    serviceIds: string[],
    range: { since: string; until: string },
    signal: AbortSignal,
  ): Promise<Incident[]> {
    const incidents: Incident[] = [];
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = new URLSearchParams({
        ...range,
        limit: String(PAGE_SIZE),
        offset: String(page * PAGE_SIZE),
        time_zone: 'UTC',
      });
      serviceIds.forEach(id => query.append('service_ids[]', id));
      ['triggered', 'acknowledged', 'resolved'].forEach(status =>
        query.append('statuses[]', status),
      );
      const answer = await this.#get(`/incidents?${query}`, signal);
      const { incidents: items, more } = this.#parse(pageSchema, answer);
      incidents.push(...items.map(toIncident));
      if (!more) {
        return incidents;
      }
    }
    throw new ServiceUnavailableError(
      `PagerDuty has more than ${MAX_PAGES * PAGE_SIZE} incidents between ${
        range.since
      } and ${range.until}`,
    );
  }

  /** {@inheritdoc IncidentSource.get} */
  async get(id: string, signal: AbortSignal): Promise<Incident | undefined> {
    const path = `/incidents/${encodeURIComponent(id)}`;
    const answer = await this.#get(path, signal, true);
    return answer === undefined
      ? undefined
      : toIncident(
          this.#parse(z.object({ incident: incidentSchema }), answer).incident,
        );
  }

  async #get(
    path: string,
    signal: AbortSignal,
    mayBeMissing: boolean = false,
  ): Promise<unknown> {
    const { url, token } = this.#options;
    const upstream = `PagerDuty at ${new URL(url).host}`;
    const hint = 'check slo.incidents.pagerDuty.token';
    let response: Response;
    try {
      response = await this.#fetch(`${url}${path}`, {
        signal,
        headers: {
          authorization: `Token token=${token}`,
          accept: 'application/vnd.pagerduty+json;version=2',
        },
      });
    } catch (error) {
      signal.throwIfAborted();
      throw toUpstreamError(error, upstream, hint);
    }
    if (response.status === 404 && mayBeMissing) {
      return undefined;
    }
    const text = await response.text();
    if (!response.ok) {
      const { status } = response;
      throw toUpstreamError(
        Object.assign(new Error(shorten(text)), { status }),
        upstream,
        hint,
      );
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new ServiceUnavailableError(
        `${upstream} answered something else than JSON: ${shorten(text)}`,
      );
    }
  }

  #parse<T>(schema: z.ZodType<T>, data: unknown): T {
    const parsed = schema.safeParse(data);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new ServiceUnavailableError(
        `PagerDuty at ${
          new URL(this.#options.url).host
        } answered something else than incidents ` +
          `(${issue.path.join('.')}: ${issue.message})`,
      );
    }
    return parsed.data;
  }
}

function toIncident(item: z.infer<typeof incidentSchema>): Incident {
  const resolved = item.status === 'resolved';
  return {
    id: item.id,
    number: item.incident_number,
    title: item.title,
    url: toWebAddress(item.html_url ?? undefined),
    serviceId: item.service.id,
    priority: item.priority?.summary,
    urgency: item.urgency ?? undefined,
    createdAt: item.created_at,
    resolvedAt: resolved
      ? item.resolved_at ?? item.last_status_change_at ?? undefined
      : undefined,
  };
}
