import { say, secondsSince } from './output.mjs';

/**
 * Collects the results of one test stage and prints them as they come.
 * Every stage ends with a line `<stage>: N passed, N failed[, N skipped]`.
 */
export class Stage {
  passed = 0;
  failed = 0;
  skipped = 0;
  #startedAt = performance.now();

  constructor(name) {
    this.name = name;
  }

  pass(check) {
    this.passed += 1;
    say(`ok ${check}`);
  }

  fail(check, why) {
    this.failed += 1;
    say(`not ok ${check}`);
    if (why) {
      say(why.replace(/^/gm, '    '));
    }
  }

  /**
   * A check that could not be made here. On a developer's machine that is
   * said; in CI it is a failure, since nobody would notice it there.
   */
  skip(check, why) {
    if (process.env.CI === 'true') {
      this.fail(check, `could not be checked: ${why}`);
      return;
    }
    this.skipped += 1;
    say(`skipped ${check}: ${why}`);
  }

  /** Adds counts that another test runner made. */
  add({ passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  /** Prints the closing line and gives the exit code. */
  end() {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    say(
      `${this.name}: ${this.passed} passed, ${
        this.failed
      } failed${skipped} (${secondsSince(this.#startedAt)} s)`,
    );
    return this.failed > 0 ? 1 : 0;
  }
}

/** Reads the counts back from a stage's closing line. */
export function parseClosingLine(output, name) {
  const line = output
    .trimEnd()
    .split('\n')
    .reverse()
    .find(candidate => candidate.startsWith(`${name}: `));
  const match = line?.match(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/);
  return (
    match && {
      passed: Number(match[1]),
      failed: Number(match[2]),
      skipped: Number(match[3] ?? 0),
    }
  );
}
