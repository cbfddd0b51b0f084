/** One entry of `errors` in a validation error of GitHub. */
export interface FieldError {
  resource: string;
  field: string;
  code: string;
  message?: string;
  value?: string | number | null;
}

/** An answer of GitHub that refuses a request. */
export class GithubError extends Error {
  readonly errors?: FieldError[] | string[];
  readonly headers: Record<string, string>;
  readonly documentationUrl: string;

  constructor(
    readonly status: number,
    message: string,
    options: {
      errors?: FieldError[] | string[];
      headers?: Record<string, string>;
      documentationUrl?: string;
    } = {},
  ) {
    super(message);
    this.name = 'GithubError';
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.documentationUrl =
      options.documentationUrl ?? 'https://docs.github.com/rest';
  }

  /** The body as GitHub words it. */
  toBody(): Record<string, unknown> {
    return {
      message: this.message,
      ...(this.errors ? { errors: this.errors } : {}),
      documentation_url: this.documentationUrl,
      status: String(this.status),
    };
  }
}

/** 404; also for what the caller may not know of. */
export function notFound(message = 'Not Found'): GithubError {
  return new GithubError(404, message);
}

/** 403 of a person whose role is too weak. */
export function forbidden(message: string): GithubError {
  return new GithubError(403, message);
}

/** 401 of a request without credentials. */
export function requiresAuthentication(): GithubError {
  return new GithubError(401, 'Requires authentication');
}

/** 422 with what is wrong, field by field. */
export function validationFailed(
  errors: FieldError[],
  message = 'Validation Failed',
): GithubError {
  return new GithubError(422, message, { errors });
}

/** 422 for one field that is absent or of a wrong kind. */
export function invalidField(
  resource: string,
  field: string,
  code: 'missing_field' | 'invalid' | 'already_exists' | 'custom' | 'missing',
  message?: string,
): GithubError {
  return validationFailed([
    { resource, field, code, ...(message ? { message } : {}) },
  ]);
}
