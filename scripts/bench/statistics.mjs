/**
 * The value below which a share of the samples lies, by the nearest-rank method.
 *
 * @param samples - numbers in any order, at least one
 * @param share - 0 to 1, for example 0.95
 */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** Count, median, 95th percentile and maximum, rounded to `digits`. */
export function summary(samples, digits = 1) {
  const round = value => Number(value.toFixed(digits));
  return {
    samples: samples.length,
    median: round(percentile(samples, 0.5)),
    p95: round(percentile(samples, 0.95)),
    max: round(Math.max(...samples)),
  };
}
