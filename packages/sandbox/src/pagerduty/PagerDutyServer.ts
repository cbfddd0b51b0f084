import { IncomingMessage, ServerResponse } from 'node:http';
import type { Company } from '../company/Company';
import { incidentNumber, incidentView, serviceView } from './views';
import { readQuery } from './query';
import { PagerDutyError } from './errors';

/** Where the upstream begins. */
export const pagerDutyPath = '/pagerduty';

/** Requests per minute, as PagerDuty counts them for a token. */
const perMinute = 960;

export interface PagerDutyOptions {
  token: string;
  company: Company;
  origin: () => string;
  now: () => Date;
  logError: (message: string, error: unknown) => void;
}

/** PagerDuty's REST API, version 2, as far as the portal reads it. */
export class PagerDutyServer {
  #window = { startedAt: 0, used: 0 };

  constructor(private readonly options: PagerDutyOptions) {}

  /** Answers a request below `/pagerduty`; never throws. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): void {
    request.resume();
    let status = 200;
    let body: unknown;
    try {
      this.#authenticate(request);
      this.#count(response);
      body = this.#answer(request.method ?? 'GET', url);
    } catch (error) {
      if (!(error instanceof PagerDutyError)) {
        this.options.logError(`${request.method} ${request.url} failed`, error);
      }
      const refusal =
        error instanceof PagerDutyError
          ? error
          : new PagerDutyError(500, 2000, 'Internal Server Error');
      status = refusal.status;
      body = refusal.toBody();
    }
    response.writeHead(status, {
      'content-type': 'application/json;charset=utf-8',
    });
    response.end(JSON.stringify(body));
  }

  #authenticate({ headers }: IncomingMessage): void {
    const token = /^Token token=(.+)$/.exec(headers.authorization ?? '')?.[1];
    if (token !== this.options.token) {
      throw new PagerDutyError(401, 2006, 'Unauthorized');
    }
  }

  #count(response: ServerResponse): void {
    const now = this.options.now().getTime();
    if (now - this.#window.startedAt >= 60_000) {
      this.#window = { startedAt: now, used: 0 };
    }
    this.#window.used += 1;
    const reset = Math.ceil((this.#window.startedAt + 60_000 - now) / 1000);
    response.setHeader('ratelimit-limit', perMinute);
    response.setHeader(
      'ratelimit-remaining',
      Math.max(0, perMinute - this.#window.used),
    );
    response.setHeader('ratelimit-reset', reset);
    if (this.#window.used > perMinute) {
      throw new PagerDutyError(429, 2020, 'Rate Limit Exceeded');
    }
  }

  #answer(method: string, url: URL): unknown {
    const path = url.pathname.slice(pagerDutyPath.length);
    if (method !== 'GET') {
      throw new PagerDutyError(405, 2001, 'Method Not Allowed');
    }
    if (path === '/incidents') {
      return this.#incidents(url.searchParams);
    }
    const incident = /^\/incidents\/([A-Z0-9]+)$/.exec(path)?.[1];
    if (incident) {
      return { incident: this.#incident(incident) };
    }
    const service = /^\/services\/([A-Z0-9]+)$/.exec(path)?.[1];
    if (service) {
      return { service: this.#service(service) };
    }
    throw new PagerDutyError(404, 2100, 'Not Found');
  }

  #views() {
    const { company, now } = this.options;
    return company.incidents().map((incident, index) =>
      incidentView(this.options.origin(), company.model, incident, {
        number: incidentNumber(index),
        now: now(),
      }),
    );
  }

  #incidents(parameters: URLSearchParams) {
    const query = readQuery(parameters, this.options.now());
    const found = this.#views().filter(
      ({ created_at: at, status, service }) =>
        at >= query.since &&
        at < query.until &&
        query.statuses.includes(status) &&
        (!query.serviceIds || query.serviceIds.includes(service.id)),
    );
    const { limit, offset } = query;
    return {
      incidents: found.slice(offset, offset + limit),
      limit,
      offset,
      total: query.total ? found.length : null,
      more: found.length > offset + limit,
    };
  }

  #incident(id: string) {
    const found = this.#views().find(incident => incident.id === id);
    if (!found) {
      throw new PagerDutyError(404, 2100, 'Not Found');
    }
    return found;
  }

  #service(id: string) {
    const { company, origin } = this.options;
    const component = company.model.components.find(
      ({ pagerDutyServiceId }) => pagerDutyServiceId === id,
    );
    if (!component) {
      throw new PagerDutyError(404, 2100, 'Not Found');
    }
    const isOpen = this.#views().some(
      ({ service, status }) => service.id === id && status !== 'resolved',
    );
    return serviceView(origin(), company.model, component, isOpen);
  }
}
