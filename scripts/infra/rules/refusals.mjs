import { blocksOf } from './walk.mjs';

/** How many runs of the tests expect the variable to refuse its value. */
function refusalsOf(parsed) {
  const counts = new Map();
  for (const { run = {} } of parsed.tests) {
    for (const { expect_failures: expected = [] } of Object.values(
      run,
    ).flat()) {
      for (const item of new Set([expected].flat())) {
        const [, name] = String(item).match(/\bvar\.([\w-]+)/) ?? [];
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Each validation has a run that it refuses. */
export const refusals = {
  name: 'refusals',
  check(module) {
    const counts = refusalsOf(module.parsed);
    return blocksOf(module, 'variable')
      .map(({ name, body }) => ({
        name,
        validations: (body.validation ?? []).length,
        runs: counts.get(name) ?? 0,
      }))
      .filter(({ validations, runs }) => runs < validations)
      .map(
        ({ name, validations, runs }) =>
          `var.${name} has ${validations} validations and ${runs} runs with expect_failures`,
      );
  },
};
