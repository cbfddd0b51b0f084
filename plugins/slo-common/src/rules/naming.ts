import type { SloDefinition } from '../types';

/** Series that the recording rules make; the first four also exist under Sloth. */
export const SERIES = {
  errorRatio: 'slo:sli_error:ratio_rate',
  objective: 'slo:objective:ratio',
  errorBudget: 'slo:error_budget:ratio',
  periodDays: 'slo:time_period:days',
  currentBurn: 'slo:current_burn_rate:ratio',
  periodBurn: 'slo:period_burn_rate:ratio',
  periodRemaining: 'slo:period_error_budget_remaining:ratio',
  info: 'sloth_slo_info',
  bad: 'slo:sli_bad:rate5m',
  total: 'slo:sli_total:rate5m',
  badSample: 'slo:sli_bad_sample:ratio',
  burn: 'slo:burn_rate:ratio_rate',
} as const;

/** Address of an SLO's page. */
export function sloPageUrl(portalUrl: string, sloId: string): string {
  const path = sloId.split('/').map(encodeURIComponent).join('/');
  return `${portalUrl.replace(/\/+$/, '')}/slos/${path}`;
}

/** `sloth_id`: service and SLO, as Sloth joins them. */
export function slothId({ service, name }: SloDefinition): string {
  return `${service}-${name}`;
}

/** Name of the resource and suffix of its groups: the id with hyphens, unique in the company. */
export function ruleName({ id }: SloDefinition): string {
  return id.replace(/[^a-z0-9.-]+/g, '-');
}

/** A text as a string literal of PromQL. */
export function quote(text: string): string {
  return `"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')}"`;
}

/** Length of a window as Prometheus prints it: whole weeks, days, hours or minutes (28d is 4w, 30d stays). */
export function promDuration(seconds: number): string {
  const units: [string, number][] = [
    ['w', 604_800],
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ];
  const [unit, length] =
    units.find(([, size]) => seconds % size === 0) ?? units[3];
  return `${seconds / length}${unit}`;
}

/**
 * Range of a sub-query over the 5-minute values of one time slice. A minute
 * shorter than the slice, as Prometheus 2 also counts the value at its open
 * end, which belongs to the slice before.
 */
export function sliceRange(minutes: number): string {
  return `[${minutes - 1}m:5m]`;
}
