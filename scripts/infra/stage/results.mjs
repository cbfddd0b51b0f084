/**
 * Reports a list of checks.
 *
 * @param results - `{ check, ok, why }`; `ok` is undefined where the check
 *   could not be made here
 */
export function reportResults(stage, results) {
  for (const { check, ok, why } of results) {
    if (ok === undefined) {
      stage.skip(check, why);
    } else if (ok) {
      stage.pass(check);
    } else {
      stage.fail(check, why);
    }
  }
  if (results.length === 0) {
    stage.fail('a list of checks', 'it was empty');
  }
}
