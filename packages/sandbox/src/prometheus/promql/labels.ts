import type { Labels } from './series';

/**
 * Remembers what was made of labels: the labels of a series are one object for
 * its life, and queries of many parts ask the same of it again and again.
 */
function remembered<T>(make: (labels: Labels, names: readonly string[]) => T) {
  const known = new WeakMap<Labels, Map<string, T>>();
  return (labels: Labels, names: readonly string[]): T => {
    let results = known.get(labels);
    if (!results) {
      results = new Map();
      known.set(labels, results);
    }
    const key = names.join();
    let result = results.get(key);
    if (result === undefined) {
      result = make(labels, names);
      results.set(key, result);
    }
    return result;
  };
}

/** The labels without some. */
export const withoutLabels = remembered((labels, names): Labels => {
  if (!names.some(name => labels[name] !== undefined)) {
    return labels;
  }
  const rest: Record<string, string> = {};
  for (const name of Object.keys(labels)) {
    if (!names.includes(name)) {
      rest[name] = labels[name];
    }
  }
  return rest;
});

/** Only some of the labels. */
export const onlyLabels = remembered((labels, names): Labels => {
  const kept: Record<string, string> = {};
  for (const name of names) {
    if (labels[name]) {
      kept[name] = labels[name];
    }
  }
  return kept;
});

/** The labels without the name of the metric. */
export function withoutName(labels: Labels): Labels {
  return withoutLabels(labels, ['__name__']);
}

const keyOf = remembered(labels =>
  Object.keys(labels)
    .sort()
    .map(name => `${name}\u0001${labels[name]}`)
    .join('\u0002'),
);

/** Labels as a text that is equal for equal labels. */
export function labelKey(labels: Labels): string {
  return keyOf(labels, []);
}
