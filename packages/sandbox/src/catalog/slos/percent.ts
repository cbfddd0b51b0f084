/** A share as a percentage without an error of rounding: `0.9995` becomes 99.95. */
export function percent(share: string): number {
  return Number((Number(share) * 100).toFixed(6));
}
