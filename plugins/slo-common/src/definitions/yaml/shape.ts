import leven from 'leven';
import { z } from 'zod';
import { Located, type DocumentScope } from './Located';

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping of fields',
  record: 'a mapping of fields',
  array: 'a list',
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  return NAMES[typeof value] ?? typeof value;
}

/** The known word that was probably meant. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const distances = known.map(candidate => ({
    candidate,
    distance: leven(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = distances.sort((a, b) => a.distance - b.distance)[0];
  return best &&
    best.distance <=
      Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3)))
    ? best.candidate
    : undefined;
}

/** `unknown kind "Slo", did you mean "SLO"?`, or what is known. */
export function unknownWord(
  what: string,
  word: string,
  known: readonly string[],
): string {
  const meant = nearest(word.slice(0, 100), known);
  return meant
    ? `unknown ${what} "${word.slice(0, 100)}", did you mean "${meant}"?`
    : `unknown ${what} "${word.slice(0, 100)}"; known here: ${known.join(
        ', ',
      )}`;
}

const fieldsOf = new WeakMap<object, string[]>();

/** An object whose fields are all known: any other is refused by name. */
export function fields<S extends z.core.$ZodShape>(shape: S) {
  const schema = z.strictObject(shape);
  fieldsOf.set(schema, Object.keys(shape));
  return schema;
}

function messageOf(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  if (issue.code === 'invalid_type') {
    const expected = NAMES[issue.expected] ?? issue.expected;
    if (input === undefined) {
      return `is missing: write ${expected}`;
    }
    return input === null
      ? `is empty: write ${expected}, or remove the field`
      : `must be ${expected}, not ${kindOf(input)}`;
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    return input === undefined
      ? `is missing: write one of ${known.join(', ')}`
      : unknownWord('value', String(input), known);
  }
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsOf.get(issue.inst ?? {}) ?? [];
    return JSON.stringify(issue.keys.map(key => [key, known]));
  }
  return undefined;
}

/** One unknown field is one problem, on its own line. */
function reportUnknown(
  root: Located<unknown>,
  path: PropertyKey[],
  message: string,
) {
  const unknown = z
    .array(z.tuple([z.string(), z.array(z.string())]))
    .parse(JSON.parse(message));
  for (const [key, known] of unknown) {
    locate(root, [...path, key]).error(unknownWord('field', key, known));
  }
}

function locate(root: Located<unknown>, path: PropertyKey[]): Located<unknown> {
  const steps = path.map(step =>
    typeof step === 'number' ? step : String(step),
  );
  return new Located(root.scope, [...root.path, ...steps], undefined);
}

/**
 * Checks the shape of a document and reports what does not fit, each at its line.
 *
 * @returns the typed value, or undefined when it does not fit
 */
export function checkShape<S extends z.ZodType>(
  schema: S,
  scope: DocumentScope,
): Located<z.output<S>> | undefined {
  const root = new Located<unknown>(scope, [], scope.document.value);
  const { data, error } = schema.safeParse(root.value, { error: messageOf });
  if (!error) {
    return new Located(scope, [], data);
  }
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      reportUnknown(root, issue.path, issue.message);
    } else {
      locate(root, issue.path).error(issue.message);
    }
  }
  return undefined;
}
