/** One condition on a label. */
export interface Matcher {
  label: string;
  op: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** Series of one metric. */
export interface Selector {
  metric: string;
  matchers: Matcher[];
}

const ESCAPES: Record<string, string> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

/** The text of a string literal of PromQL, which has the escapes of Go. */
export function unquote(literal: string): string {
  const inner = literal.slice(1, -1);
  if (literal.startsWith('`')) {
    return inner;
  }
  return inner.replace(
    /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)/g,
    (_, escape: string) => {
      if (/^[xuU]./.test(escape)) {
        return String.fromCodePoint(parseInt(escape.slice(1), 16));
      }
      return /^[0-7]{3}$/.test(escape)
        ? String.fromCodePoint(parseInt(escape, 8))
        : ESCAPES[escape] ?? escape;
    },
  );
}

/** A string literal of PromQL. */
export function quote(text: string): string {
  return `"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')}"`;
}

/** A selector as PromQL. */
export function formatSelector(selector: Selector): string {
  const matchers = selector.matchers.map(formatMatcher);
  return matchers.length > 0
    ? `${selector.metric}{${matchers.join(',')}}`
    : selector.metric;
}

/**
 * Prometheus 3 writes the bounds of histograms as fractions: what was `1` in
 * Prometheus 2 is `1.0` there. Both are meant.
 */
function formatMatcher(matcher: Matcher): string {
  const { label, op, value } = matcher;
  if (label === 'le' && op === '=' && /^\d+(\.0)?$/.test(value)) {
    const whole = value.replace(/\.0$/, '');
    return `le=~${quote(`${whole}(?:\\.0)?`)}`;
  }
  return `${label}${op}${quote(value)}`;
}

/** A condition that a label has one of some values. */
export function oneOf(label: string, values: readonly string[]): Matcher {
  return values.length === 1
    ? { label, op: '=', value: values[0] }
    : { label, op: '=~', value: values.map(escapeRegex).join('|') };
}

function escapeRegex(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
