/** Sums of lines by what `keyOf` gives. */
export function sumBy(lines, keyOf) {
  const sums = new Map();
  for (const line of lines) {
    const key = keyOf(line);
    sums.set(key, (sums.get(key) ?? 0) + line.micros);
  }
  return sums;
}

/** What all lines come to. */
export const total = lines =>
  lines.reduce((sum, { micros }) => sum + micros, 0);

/** What each lever saves. */
export function savings(lines, levers) {
  return levers.map(({ name, items, coverage, discount }) => ({
    name,
    micros: Math.round(
      total(lines.filter(({ item }) => items.includes(item))) *
        coverage *
        discount,
    ),
  }));
}
