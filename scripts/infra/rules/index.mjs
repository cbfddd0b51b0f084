import { rules } from './all.mjs';

/** Problems of one module, each with the name of its rule in front. */
export function problemsOf(module, context, chosen = rules) {
  return [
    ...module.problems,
    ...chosen.flatMap(({ name, check }) =>
      check(module, context).map(problem => `${name}: ${problem}`),
    ),
  ];
}

/** The cell `rules` of each module. */
export function checkRules(modules, context) {
  return new Map(
    modules.map(module => {
      const problems = problemsOf(module, context);
      return [
        module.name,
        problems.length === 0
          ? { ok: true, text: 'ok' }
          : {
              ok: false,
              text: String(problems.length),
              why: problems.join('\n'),
            },
      ];
    }),
  );
}
