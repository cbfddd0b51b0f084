import { DateTime } from 'luxon';
import type { OnCallRotation } from './types';

type Handover = OnCallRotation['handover'];

/**
 * The latest hand-over at or before a moment.
 *
 * @param at - the moment
 * @param timeZone - IANA zone in which the hand-over is read
 * @param handover - ISO weekday and local hour
 * @returns ISO 8601 in UTC
 */
export function latestHandover(
  at: Date,
  timeZone: string,
  handover: Handover,
): string {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  // Set by the wall clock, so that a change to summer time does not move it.
  const ofThisWeek = local
    .startOf('week')
    .plus({ days: handover.weekday - 1 })
    .set({ hour: handover.hour });
  const latest =
    ofThisWeek <= local ? ofThisWeek : ofThisWeek.minus({ weeks: 1 });
  return latest.toUTC().toJSDate().toISOString();
}

/** Who is on call, and until when. */
export interface OnCallShift {
  /** User name. */
  person: string;
  /** ISO 8601, UTC. */
  start: string;
  end: string;
}

/**
 * Who of a rotation is on call at a moment, which may lie before its start.
 *
 * @param rotation - the rotation
 * @param at - the moment
 */
export function onCallAt(rotation: OnCallRotation, at: Date): OnCallShift {
  const zone = { zone: rotation.timeZone };
  const first = DateTime.fromISO(rotation.startsAt, zone);
  const start = DateTime.fromISO(
    latestHandover(at, rotation.timeZone, rotation.handover),
    zone,
  );
  const weeks = Math.round(start.diff(first, 'weeks').weeks);
  const size = rotation.order.length;
  return {
    person: rotation.order[((weeks % size) + size) % size],
    start: start.toJSDate().toISOString(),
    end: start.plus({ weeks: 1 }).toJSDate().toISOString(),
  };
}
