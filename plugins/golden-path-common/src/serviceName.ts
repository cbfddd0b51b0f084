import { describeCharacter } from './lookAlikes';
import { Problem } from './problems';
import { reservedReason } from './reservedNames';

/** Shortest name: two letters collide with too much. */
export const SERVICE_NAME_MIN_LENGTH = 3;

/**
 * Longest name. Kubernetes cuts a label at 63 characters and the chart appends
 * suffixes (`-canary`, a ReplicaSet's hash) to it.
 */
export const SERVICE_NAME_MAX_LENGTH = 40;

/** The form of a name, as a JSON schema pattern; length apart. */
export const SERVICE_NAME_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

function problem(code: string, message: string): Problem {
  return { code, message, severity: 'error', field: 'name' };
}

function characterProblems(name: string): Problem[] {
  const found = new Map<string, Problem>();
  for (const character of name) {
    if (/[A-Za-z0-9-]/.test(character)) {
      continue;
    }
    const { kind, description } = describeCharacter(character);
    if (found.has(kind)) {
      continue;
    }
    const remedy =
      kind === 'look-alike'
        ? 'use Latin letters a to z'
        : 'use lower case letters, digits and hyphens only';
    found.set(
      kind,
      problem(kind, `The name contains ${description}: ${remedy}.`),
    );
  }
  return [...found.values()];
}

function shapeProblems(name: string): Problem[] {
  const problems: Problem[] = [];
  if (/[A-Z]/.test(name)) {
    problems.push(
      problem(
        'capitals',
        `The name contains capital letters: write it in lower case.`,
      ),
    );
  }
  if (/^[0-9-]/.test(name)) {
    problems.push(
      problem('start', 'The name must start with a letter: put one in front.'),
    );
  }
  if (/-$/.test(name)) {
    problems.push(
      problem(
        'end',
        'The name must end with a letter or a digit: remove the last hyphen.',
      ),
    );
  }
  if (/--/.test(name)) {
    problems.push(
      problem(
        'hyphens',
        'The name contains two hyphens in a row: leave only one.',
      ),
    );
  }
  return problems;
}

/**
 * Checks the form of a service name. The name becomes the repository, the
 * catalog entity, the Kubernetes labels, the DNS name and the npm package, so
 * it must suit all of them.
 *
 * @param name - what a person typed, unchanged
 * @returns every problem found, empty when the form is right; whether the name
 *   is free is another question
 */
export function validateServiceName(name: string): Problem[] {
  if (name === '') {
    return [problem('empty', 'Type a name for the service.')];
  }
  const problems = [...characterProblems(name), ...shapeProblems(name)];
  const length = [...name].length;
  if (length < SERVICE_NAME_MIN_LENGTH) {
    problems.push(
      problem(
        'too-short',
        `The name has ${length} characters: use at least ${SERVICE_NAME_MIN_LENGTH}.`,
      ),
    );
  }
  if (length > SERVICE_NAME_MAX_LENGTH) {
    problems.push(
      problem(
        'too-long',
        `The name has ${length} characters: use at most ${SERVICE_NAME_MAX_LENGTH}, because Kubernetes and DNS cut longer names.`,
      ),
    );
  }
  const reserved = reservedReason(name);
  if (reserved) {
    problems.push(
      problem(
        'reserved',
        `"${name}" is reserved, it ${reserved}: choose another name.`,
      ),
    );
  }
  return problems;
}
