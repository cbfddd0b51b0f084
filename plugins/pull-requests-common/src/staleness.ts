/** How long nothing happened on a pull request, in one word. */
export type Staleness = 'fresh' | 'ageing' | 'stale';

const DAY_MS = 24 * 60 * 60 * 1000;
const AGEING_AFTER_MS = 2 * DAY_MS;
const STALE_AFTER_MS = 14 * DAY_MS;

/**
 * Names the time since the last activity: `fresh` below 2 days, `stale` above
 * 14 days, `ageing` between. A time in the future, as clocks that differ
 * produce it, is fresh.
 *
 * @param updatedAt - last activity, ISO 8601
 * @param now - the current time
 */
export function staleness(updatedAt: string, now: Date): Staleness {
  const idle = now.getTime() - Date.parse(updatedAt);
  if (idle > STALE_AFTER_MS) {
    return 'stale';
  }
  return idle < AGEING_AFTER_MS ? 'fresh' : 'ageing';
}
