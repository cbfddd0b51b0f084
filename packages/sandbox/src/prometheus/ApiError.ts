/** An error of Prometheus' HTTP API. */
export class ApiError extends Error {
  /** @param status - where it does not follow from the type */
  constructor(
    readonly errorType: string,
    message: string,
    readonly status?: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** The refusal of a parameter, worded as Prometheus words it. */
export function invalidParameter(name: string, problem: string): ApiError {
  return new ApiError('bad_data', `invalid parameter "${name}": ${problem}`);
}
