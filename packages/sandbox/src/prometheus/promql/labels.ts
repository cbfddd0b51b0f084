import type { Labels } from './series';

/** Makes other labels of labels. */
export type LabelView = (labels: Labels) => Labels;

/**
 * What was made of labels is remembered: the labels of a series are one object
 * for its life, and queries of many parts ask the same of it again and again.
 */
function remembered<T>(make: (labels: Labels) => T): (labels: Labels) => T {
  const known = new WeakMap<Labels, T>();
  return labels => {
    let result = known.get(labels);
    if (result === undefined) {
      result = make(labels);
      known.set(labels, result);
    }
    return result;
  };
}

const views = new Map<string, LabelView>();

/** Views of rare lists of labels are not kept for ever. */
const viewsKept = 500;

function view(kind: string, names: readonly string[], make: LabelView) {
  const key = JSON.stringify([kind, ...names]);
  let known = views.get(key);
  if (!known) {
    if (views.size > viewsKept) {
      views.clear();
    }
    known = remembered(make);
    views.set(key, known);
  }
  return known;
}

/** Leaves some labels out. */
export function withoutLabels(names: readonly string[]): LabelView {
  return view('without', names, labels => {
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
}

/** Keeps only some labels. */
export function onlyLabels(names: readonly string[]): LabelView {
  return view('only', names, labels => {
    const kept: Record<string, string> = {};
    for (const name of names) {
      if (labels[name]) {
        kept[name] = labels[name];
      }
    }
    return kept;
  });
}

/** Leaves the name of the metric out. */
export const withoutName = withoutLabels(['__name__']);

/** Labels as a text that is equal for equal labels. */
export const labelKey = remembered(labels =>
  Object.keys(labels)
    .sort()
    .map(name => `${name}\u0001${labels[name]}`)
    .join('\u0002'),
);
