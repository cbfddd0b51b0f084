/** How bad a burn rate is. */
export type BurnLevel = 'calm' | 'warm' | 'hot';

/** From here the SRE Workbook pages somebody (6 h at 6 spends 5 % of 30 d). */
const HOT = 6;

/**
 * Levels of a burn rate: up to the even pace, above it, and fast enough to wake
 * somebody (https://sre.google/workbook/alerting-on-slos, table 5-8).
 *
 * @param rate - multiples of the even pace
 */
export function burnLevel(rate: number): BurnLevel {
  if (rate >= HOT) {
    return 'hot';
  }
  return rate > 1 ? 'warm' : 'calm';
}
