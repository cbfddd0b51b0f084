import type { ShorthandDuration } from '../types';

/** Minutes of each unit; months, quarters and years by their nominal length of 30, 90 and 365 days. */
const MINUTES: Record<ShorthandDuration['unit'], number> = {
  m: 1,
  h: 60,
  d: 1440,
  w: 7 * 1440,
  M: 30 * 1440,
  Q: 90 * 1440,
  Y: 365 * 1440,
};

const units = new Map(
  Object.keys(MINUTES).map(unit => [unit, unit as ShorthandDuration['unit']]),
);

/** Reads `28d`, `1M` and the like; undefined when it is no positive duration shorthand of OpenSLO. */
export function parseShorthand(text: string): ShorthandDuration | undefined {
  const match = /^([1-9]\d{0,5})([mhdwMQY])$/.exec(text);
  const unit = match && units.get(match[2]);
  return match && unit ? { value: Number(match[1]), unit } : undefined;
}

/** Nominal length in minutes; see {@link MINUTES} for calendar units. */
export function minutesOf({ value, unit }: ShorthandDuration): number {
  return value * MINUTES[unit];
}

/** `28d`, as it was written. */
export function formatShorthand({ value, unit }: ShorthandDuration): string {
  return `${value}${unit}`;
}
