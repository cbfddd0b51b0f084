import { blocksOf } from './walk.mjs';

/** Every variable says what it is and of which type. */
export const inputs = {
  name: 'inputs',
  check: module =>
    blocksOf(module, 'variable').flatMap(({ name, body }) =>
      [
        !body.description && `variable "${name}" has no description`,
        !body.type && `variable "${name}" has no type`,
        /\bany\b/.test(body.type) && `variable "${name}" takes any type`,
      ].filter(Boolean),
    ),
};
