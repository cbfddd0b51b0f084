const steps = [
  { short: 'd', seconds: 86_400 },
  { short: 'h', seconds: 3_600 },
  { short: 'min', seconds: 60 },
] as const;

/** A moment as the portal's APIs give it: ISO 8601 text or a date. */
export type Moment = string | Date;

/**
 * How long ago something was, in one figure: `just now`, `3 min ago`, `5 h ago`,
 * `12 d ago`. Moments to come read `in 3 min`.
 *
 * @param moment - when it was
 * @param now - the moment to count from
 * @returns `unknown` for what is no date
 */
export function formatAge(moment: Moment, now: Date): string {
  const seconds = (now.getTime() - new Date(moment).getTime()) / 1000;
  if (Number.isNaN(seconds)) {
    return 'unknown';
  }
  const distance = Math.abs(seconds);
  const step = steps.find(candidate => distance >= candidate.seconds);
  if (!step) {
    return 'just now';
  }
  const figure = `${Math.floor(distance / step.seconds)} ${step.short}`;
  return seconds < 0 ? `in ${figure}` : `${figure} ago`;
}

/**
 * A moment in full, with its zone: `2026-03-01 14:05:09 UTC`.
 *
 * @returns `unknown` for what is no date
 */
export function formatUtc(moment: Moment): string {
  const then = new Date(moment);
  return Number.isNaN(then.getTime())
    ? 'unknown'
    : `${then.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
