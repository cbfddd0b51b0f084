/** A refusal as PagerDuty words it. */
export class PagerDutyError extends Error {
  constructor(
    readonly status: number,
    /** PagerDuty's own number. */
    readonly code: number,
    message: string,
    readonly errors?: string[],
  ) {
    super(message);
    this.name = 'PagerDutyError';
  }

  /** The body of the answer. */
  toBody() {
    const { message, code, errors } = this;
    return { error: { message, code, ...(errors && { errors }) } };
  }
}
