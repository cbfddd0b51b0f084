/**
 * Share of a standard normal distribution below `z`, within 1.5e-7
 * (Abramowitz and Stegun, 7.1.26).
 */
export function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t *
    (0.254829592 +
      t *
        (-0.284496736 +
          t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = 0.5 * polynomial * Math.exp(-x * x);
  return z > 0 ? 1 - tail : tail;
}

/** The `z` that a share of a standard normal distribution lies below. */
export function normalQuantile(wanted: number): number {
  let low = -9;
  let high = 9;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < wanted) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
