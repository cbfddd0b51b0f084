import { isScalar, visit, type Document } from 'yaml';

/** What is said of a document that would exhaust the stack. */
export const TOO_DEEP =
  'is nested too deeply to be read; an SLO needs no more than a dozen levels';

/** Open brackets at once; a file with more is not even parsed, as that takes seconds. */
const MAX_OPEN_BRACKETS = 1000;

/** Counts brackets without regard to quotes: a thousand open ones are no text of an SLO. */
export function isTooDeep(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = '[{'.includes(bracket) ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_OPEN_BRACKETS) {
      return true;
    }
  }
  return false;
}

/** Something that is no YAML, by its place in the text of the document. */
export interface Fault {
  message: string;
  offset: number;
}

/**
 * Keys that a mapping has twice. The library compares each key with each
 * other, which takes minutes for a large file.
 */
function repeatedKeys(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        if (isScalar(key)) {
          const name = String(key.value);
          if (keys.has(name)) {
            const offset = key.range?.[0] ?? 0;
            faults.push({ message: `"${name}" is there twice`, offset });
          }
          keys.add(name);
        }
      }
    },
  });
  return faults;
}

/** What keeps a document from being used: errors, unknown tags, keys that are there twice. */
export function faultsOf(document: Document.Parsed): Fault[] {
  const faults = [...document.errors, ...document.warnings].map(
    ({ message, pos }) => ({
      // The library turns an exhausted stack into an error of the text.
      message: message.includes('Maximum call stack')
        ? `it ${TOO_DEEP}`
        : message,
      offset: pos[0],
    }),
  );
  return faults.length > 0 ? faults : repeatedKeys(document);
}
