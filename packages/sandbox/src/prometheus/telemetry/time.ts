// Hot paths: a global is looked up anew at each use where the code runs in a
// context of its own, as under Jest.
const { ceil, floor } = Math;

/** Times inside the telemetry are milliseconds since 1970. */
export const DAY_MS = 86_400_000;
export const SLOT_MS = 300_000;
export const SLOTS_PER_DAY = DAY_MS / SLOT_MS;

/** How often everything is scraped. */
export const SCRAPE_MS = 15_000;

/** A stretch of time, its end excluded. */
export interface Stretch {
  start: number;
  end: number;
}

/** What can be read now: nothing from the future, nothing older than the retention. */
export interface Limits {
  oldest: number;
  newest: number;
}

/** The first scrape at or after a time. */
export function scrapeFrom(time: number, phase: number): number {
  return phase + ceil((time - phase) / SCRAPE_MS) * SCRAPE_MS;
}

/** The last scrape at or before a time. */
export function scrapeUntil(time: number, phase: number): number {
  return phase + floor((time - phase) / SCRAPE_MS) * SCRAPE_MS;
}
