import type { DefinitionProblem } from '../../types';
import { MAX_PROBLEMS_PER_DOCUMENT } from '../limits';
import type { Path, SourceDocument } from './SourceDocument';

/** `spec.objectives[0].target` for its path. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') {
      return `${text}[${step}]`;
    }
    const name = /^[\w-]+$/.test(step) ? step : JSON.stringify(step);
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

/** Where problems of one document are gathered. */
export class DocumentScope {
  readonly problems: DefinitionProblem[] = [];
  private hasErrors = false;

  constructor(readonly document: SourceDocument, readonly file: string) {}

  get failed(): boolean {
    return this.hasErrors;
  }

  report(
    severity: DefinitionProblem['severity'],
    path: Path,
    message: string,
  ): void {
    this.hasErrors ||= severity === 'error';
    const field = formatPath(path);
    // A document that two others refer to is read twice.
    const known = this.problems.some(
      problem => problem.message === message && (problem.field ?? '') === field,
    );
    if (known || this.problems.length > MAX_PROBLEMS_PER_DOCUMENT) {
      return;
    }
    const full = this.problems.length === MAX_PROBLEMS_PER_DOCUMENT;
    this.problems.push({
      file: this.file,
      line: this.document.line(path),
      ...(field !== '' && !full && { field }),
      message: full
        ? `This document has more than ${MAX_PROBLEMS_PER_DOCUMENT} problems; the others are not listed.`
        : message,
      severity,
    });
  }
}

/** A value together with the place in the file that it came from. */
export class Located<T> {
  constructor(
    readonly scope: DocumentScope,
    readonly path: Path,
    readonly value: T,
  ) {}

  /** The field as it is, for a complaint about it even where it is missing. */
  at<K extends keyof T & (string | number)>(key: K): Located<T[K]> {
    return new Located(this.scope, [...this.path, key], this.value[key]);
  }

  /** The field when it is there. */
  optional<K extends keyof T & (string | number)>(
    key: K,
  ): Located<NonNullable<T[K]>> | undefined {
    const value = this.value[key];
    return value === undefined || value === null
      ? undefined
      : new Located(this.scope, [...this.path, key], value);
  }

  /** Line in the file, from 1. */
  get line(): number {
    return this.scope.document.line(this.path);
  }

  /** What stands in the file, when it is a scalar. */
  get source(): string | undefined {
    return this.scope.document.source(this.path);
  }

  error(message: string): undefined {
    this.scope.report('error', this.path, message);
    return undefined;
  }

  warning(message: string): void {
    this.scope.report('warning', this.path, message);
  }
}

/** The items of a list, each with its place. */
export function itemsOf<T>(list: Located<readonly T[]>): Located<T>[] {
  return list.value.map(
    (item, index) => new Located(list.scope, [...list.path, index], item),
  );
}
