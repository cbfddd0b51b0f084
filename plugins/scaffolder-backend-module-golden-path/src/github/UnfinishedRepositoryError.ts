function list(titles: string[]): string {
  return titles.length > 0 ? titles.join('; ') : 'nothing';
}

/** A run failed after it had created its repository. */
export class UnfinishedRepositoryError extends Error {
  name = 'UnfinishedRepositoryError' as const;

  constructor(options: {
    htmlUrl: string;
    failed: string;
    reason: string;
    done: string[];
    left: string[];
    cause: unknown;
  }) {
    super(
      [
        `${options.failed} failed: ${options.reason}.`,
        `The repository ${options.htmlUrl} exists.`,
        `Done: ${list(options.done)}.`,
        `Not done: ${list([options.failed, ...options.left])}.`,
        'Press Retry on the page of this run: it continues where it stopped and does not make a second repository.',
      ].join(' '),
      { cause: options.cause },
    );
  }
}
