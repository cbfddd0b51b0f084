/** Error types of Prometheus' HTTP API that the evaluator answers with. */
export type PromqlErrorType = 'bad_data' | 'execution';

/** A query that cannot be read (`bad_data`) or not be carried out (`execution`). */
export class PromqlError extends Error {
  constructor(readonly errorType: PromqlErrorType, message: string) {
    super(message);
    this.name = 'PromqlError';
  }
}

/**
 * The refusal of something that is PromQL but not in the sandbox's part of it.
 *
 * @param what - the construct, as it stands in the query
 */
export function notSupported(what: string): PromqlError {
  return new PromqlError(
    'execution',
    `the sandbox does not evaluate ${what}; packages/sandbox/README.md lists the part of PromQL that it knows`,
  );
}
