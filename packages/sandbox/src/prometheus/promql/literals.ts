import { PromqlError } from './errors';

const unitMs: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  y: 365 * 86_400_000,
};

const duration = /^(\d+(ms|[smhdwy]))+$/;

/**
 * A length of time as PromQL writes it, `1h30m` or a number of seconds.
 *
 * @returns milliseconds
 * @throws PromqlError when it is neither
 */
export function parseDuration(text: string): number {
  if (duration.test(text)) {
    let sum = 0;
    for (const [, value, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g)) {
      sum += Number(value) * unitMs[unit];
    }
    return sum;
  }
  return Math.round(parseNumber(text) * 1000);
}

/**
 * A number of PromQL: decimal, hexadecimal, `Inf`, `NaN`, or a duration in seconds.
 *
 * @throws PromqlError when it is none of these
 */
export function parseNumber(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const bare = text.replace(/^[+-]/, '').replace(/_/g, '').toLowerCase();
  if (bare === 'inf') {
    return sign * Infinity;
  }
  if (bare === 'nan') {
    return NaN;
  }
  if (duration.test(bare)) {
    return (sign * parseDuration(bare)) / 1000;
  }
  const value = Number(bare);
  if (bare === '' || Number.isNaN(value)) {
    throw new PromqlError('bad_data', `parse error: bad number "${text}"`);
  }
  return sign * value;
}

const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** The text between quotes, escapes resolved; between backticks it stays as it is. */
export function parseString(literal: string): string {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) {
    return body;
  }
  return body.replace(
    /\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g,
    (_, escape: string) =>
      escape.length > 1
        ? String.fromCharCode(parseInt(escape.slice(1), 16))
        : escapes[escape] ?? escape,
  );
}
