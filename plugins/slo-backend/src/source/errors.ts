import { CustomErrorBase } from '@backstage/errors';

/**
 * Why a server gave no usable answer.
 *
 * - `unreachable`: it could not be asked, or did not answer in time; asking it
 *   for something else makes no sense now
 * - `too-much`: the answer was too large or too expensive; less may work
 * - `refused`: the query itself is wrong; the same query is always refused
 * - `denied`: it does not let us in; somebody has to mend the configuration
 */
export type QueryErrorKind = 'unreachable' | 'too-much' | 'refused' | 'denied';

/** A query without a usable answer; the message is for the page of the SLO. */
export class QueryError extends CustomErrorBase {
  name = 'QueryError' as const;
  readonly kind: QueryErrorKind;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter?: number;
  /** Whether the same request may succeed at once. */
  readonly retryable: boolean;

  constructor(
    message: string,
    options: {
      kind: QueryErrorKind;
      retryable?: boolean;
      retryAfter?: number;
    },
  ) {
    super(message);
    this.kind = options.kind;
    this.retryable = options.retryable ?? false;
    this.retryAfter = options.retryAfter;
  }
}
