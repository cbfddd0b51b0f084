import type { ShorthandDuration, SloWindow } from '../types';

/** A share as a percentage with at most two decimals, more for small shares: `0.0005` is `0.05 %`. */
export function percent(share: number): string {
  const value = share * 100;
  const small = Math.abs(value) < 1;
  const rounded = small
    ? Number(value.toPrecision(3))
    : Math.round(value * 100) / 100;
  return `${rounded === 0 ? 0 : rounded} %`;
}

/**
 * A share of good with as many decimals as its bad part needs, rounded down:
 * `0.99965278` is `99.9652 %`, and only 1 is `100 %`.
 */
export function goodPercent(share: number): string {
  const bad = 100 - share * 100;
  if (bad <= 0) {
    return '100 %';
  }
  const decimals = Math.min(8, Math.max(0, Math.ceil(-Math.log10(bad))) + 2);
  const scale = 10 ** decimals;
  return `${Math.floor(share * 100 * scale + 1e-6) / scale} %`;
}

/** The percentage of a decimal string, all digits kept: `0.9995` is `99.95 %`. */
export function targetPercent(target: string): string {
  return `${Number((Number(target) * 100).toPrecision(12))} %`;
}

/** `1,234.5`: at most `digits` decimals. */
export function amount(value: number, digits = 2): string {
  const rounded = Number(value.toFixed(digits));
  return (rounded === 0 ? 0 : rounded).toLocaleString('en-US', {
    maximumFractionDigits: digits,
  });
}

/** `2026-11-21 15:35 UTC` */
export function utc(time: number): string {
  const iso = new Date(time * 1000).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

const UNIT_NAMES: Record<ShorthandDuration['unit'], string> = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
};

/** `30 days`, `1 quarter` */
export function durationText({ value, unit }: ShorthandDuration): string {
  return `${value} ${UNIT_NAMES[unit]}${value === 1 ? '' : 's'}`;
}

/** `30 days`, `1 quarter of the calendar of America/New_York` */
export function windowText(window: SloWindow): string {
  return window.kind === 'rolling'
    ? durationText(window.duration)
    : `${durationText(window.duration)} of the calendar of ${window.timeZone}`;
}

/** `45 min`, `5 h`, `3 days`: one unit, rounded down, as ages are told. */
export function age(seconds: number): string {
  if (seconds < 2 * 3600) {
    return `${Math.floor(seconds / 60)} min`;
  }
  return seconds < 2 * 86_400
    ? `${Math.floor(seconds / 3600)} h`
    : `${Math.floor(seconds / 86_400)} days`;
}
