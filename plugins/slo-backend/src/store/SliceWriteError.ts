import { CustomErrorBase } from '@backstage/errors';

/** Slices of some objectives were refused; all others were written. */
export class SliceWriteError extends CustomErrorBase {
  name = 'SliceWriteError' as const;
  /** What went wrong, by objective key. */
  readonly failed: ReadonlyMap<string, Error>;

  constructor(failed: ReadonlyMap<string, Error>) {
    const [[key, first]] = failed;
    super(
      `Slices of ${failed.size} objectives were not written; of ${key}: ${first.message}`,
    );
    this.failed = failed;
  }
}
