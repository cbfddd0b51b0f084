const SECONDS: Record<string, number> = {
  ...{ ms: 0.001, s: 1, m: 60, h: 3600 },
  ...{ d: 86400, w: 604800, y: 31536000 },
};

/**
 * Seconds of the retention that Prometheus tells, for example `15d`, `1y2w` or
 * `30d or 512MiB` (then it may be less).
 *
 * @returns undefined when no time is told
 */
export function parseRetention(text: string): number | undefined {
  const [time] = text.split(' or ');
  if (!/^(\d+(ms|[smhdwy]))+$/.test(time)) {
    return undefined;
  }
  const parts = [...time.matchAll(/(\d+)(ms|[smhdwy])/g)];
  const seconds = parts.reduce(
    (sum, [, value, unit]) => sum + Number(value) * SECONDS[unit],
    0,
  );
  return seconds > 0 ? seconds : undefined;
}
