import { NBSP } from './share';

const units = [
  { short: 'd', seconds: 86_400 },
  { short: 'h', seconds: 3_600 },
  { short: 'min', seconds: 60 },
] as const;

/**
 * A length of time in its one or two largest units: `43 min`, `9 h`, `2 d 4 h`.
 * The second unit is left out where the first is large enough to stand alone.
 *
 * @param seconds - how long; below a minute reads `under 1 min`
 */
export function formatDuration(seconds: number): string {
  const index = units.findIndex(unit => seconds >= unit.seconds);
  if (!Number.isFinite(seconds) || index === -1) {
    return Number.isNaN(seconds) ? 'unknown' : `under 1${NBSP}min`;
  }
  const unit = units[index];
  const count = Math.floor(seconds / unit.seconds);
  const first = `${count}${NBSP}${unit.short}`;
  const next = units[index + 1];
  if (!next || count >= (unit.short === 'd' ? 7 : 6)) {
    return first;
  }
  const rest = Math.floor((seconds - count * unit.seconds) / next.seconds);
  return rest === 0 ? first : `${first} ${rest}${NBSP}${next.short}`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A moment as a person says it, with its zone: `18:40 UTC` today, else
 * `24 Nov, 18:40 UTC`, with the year when it is another one.
 *
 * @param time - Unix seconds
 * @param now - the moment of the reader
 */
export function formatMoment(time: number, now: Date): string {
  const then = new Date(time * 1000);
  if (Number.isNaN(then.getTime())) {
    return 'unknown';
  }
  const iso = then.toISOString();
  const clock = `${iso.slice(11, 16)}${NBSP}UTC`;
  if (iso.slice(0, 10) === now.toISOString().slice(0, 10)) {
    return clock;
  }
  const day = `${then.getUTCDate()}${NBSP}${months[then.getUTCMonth()]}`;
  const year = then.getUTCFullYear();
  return year === now.getUTCFullYear()
    ? `${day}, ${clock}`
    : `${day} ${year}, ${clock}`;
}

/**
 * The day of a moment in UTC: `24 Nov`.
 *
 * @param time - Unix seconds
 */
export function formatDay(time: number): string {
  const then = new Date(time * 1000);
  return Number.isNaN(then.getTime())
    ? 'unknown'
    : `${then.getUTCDate()}${NBSP}${months[then.getUTCMonth()]}`;
}
