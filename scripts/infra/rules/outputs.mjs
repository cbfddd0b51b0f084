import { blocksOf } from './walk.mjs';

/** Every output says what it is. */
export const outputs = {
  name: 'outputs',
  check: module =>
    blocksOf(module, 'output')
      .filter(({ body }) => !body.description)
      .map(({ name }) => `output "${name}" has no description`),
};
