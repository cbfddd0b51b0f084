import { PagerDutyError } from './errors';

const statuses = ['triggered', 'acknowledged', 'resolved'];
const monthMs = 31 * 86_400_000;

/** What `GET /incidents` is asked for; times in ISO 8601 with seconds. */
export interface IncidentQuery {
  since: string;
  until: string;
  statuses: string[];
  /** Undefined for all services. */
  serviceIds?: string[];
  limit: number;
  offset: number;
  total: boolean;
}

function refuse(problem: string): PagerDutyError {
  return new PagerDutyError(400, 2001, 'Invalid Input Provided', [problem]);
}

/** A time in UTC without fractions, as all of PagerDuty's. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function time(text: string | null, name: string, fallback: number): number {
  const value = text === null ? fallback : Date.parse(text);
  if (Number.isNaN(value)) {
    throw refuse(`${name} is not a valid date.`);
  }
  return value;
}

function integer(text: string | null, name: string, fallback: number): number {
  if (text !== null && !/^\d{1,6}$/.test(text)) {
    throw refuse(`${name} must be a number.`);
  }
  return text === null ? fallback : Number(text);
}

/**
 * Reads the query of `GET /incidents`; a month back where it does not say.
 *
 * @throws PagerDutyError 400 when a value cannot be read
 */
export function readQuery(
  parameters: URLSearchParams,
  now: Date,
): IncidentQuery {
  const until = time(parameters.get('until'), 'Until', now.getTime() + 1000);
  const since = time(parameters.get('since'), 'Since', until - monthMs);
  if (since > until) {
    throw refuse('Since cannot be after until.');
  }
  if (until - since > 6 * monthMs) {
    throw refuse('The time range cannot be longer than 6 months.');
  }
  const limit = Math.min(100, integer(parameters.get('limit'), 'Limit', 25));
  const offset = integer(parameters.get('offset'), 'Offset', 0);
  if (limit + offset > 10_000) {
    throw refuse('Offset and limit together cannot be above 10000.');
  }
  const wanted = parameters.getAll('statuses[]');
  const unknown = wanted.find(status => !statuses.includes(status));
  if (unknown) {
    throw refuse(`Status ${unknown} is not valid.`);
  }
  const services = parameters.getAll('service_ids[]');
  return {
    since: iso(since),
    until: iso(until),
    statuses: wanted.length > 0 ? wanted : statuses,
    serviceIds: services.length > 0 ? services : undefined,
    limit,
    offset,
    total: parameters.get('total') === 'true',
  };
}
