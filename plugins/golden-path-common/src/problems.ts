/** The field of the creation form that a problem belongs to. */
export type CreationField = 'name' | 'owner' | 'system' | 'tier';

/**
 * Something that stands in the way of a creation, in words for the person who
 * fills in the form: what is wrong and what to do.
 */
export interface Problem {
  /** Stable identifier, for programs and tests. */
  code: string;
  /** One sentence or two, plain text. */
  message: string;
  /**
   * `error` stops the creation; `warning` says that something could not be
   * checked now and is checked again by the run.
   */
  severity: 'error' | 'warning';
  /** The form field to show it at. */
  field: CreationField;
}

/** True when at least one problem stops the creation. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(problem => problem.severity === 'error');
}
