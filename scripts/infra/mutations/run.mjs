import { parseFiles } from '../modules/parse.mjs';
import { problemsOf } from '../rules/index.mjs';
import { encryption } from '../rules/encryption.mjs';
import { open } from '../rules/open.mjs';
import { tags } from '../rules/tags.mjs';
import { encryptionMutants } from './encryption.mjs';
import { openMutants } from './open.mjs';
import { tagMutants } from './tags.mjs';

/** Kinds of mutants, each with the rule that must see it. */
export const kinds = {
  tags: { make: tagMutants, rule: tags },
  open: { make: openMutants, rule: open },
  encryption: { make: encryptionMutants, rule: encryption },
};

/**
 * Makes all mutants of a module and holds them against the rules.
 *
 * @returns by kind: how many were made, and those that no rule saw
 */
export function mutate(module, context, parse) {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, { make, rule }]) => {
      const before = new Set(problemsOf(module, context, [rule]));
      const mutants = [...make(module)];
      const unseen = mutants.filter(({ file, text }) => {
        const files = { ...module.files, [file]: text };
        const mutant = {
          name: module.name,
          files,
          ...parseFiles(files, parse),
        };
        // A mutant that is no HCL proves nothing.
        return (
          mutant.problems.length > 0 ||
          problemsOf(mutant, context, [rule]).every(one => before.has(one))
        );
      });
      return [kind, { made: mutants.length, unseen }];
    }),
  );
}
