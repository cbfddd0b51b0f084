/**
 * A module as the rules see it, for their tests.
 *
 * @param options.module - parsed files of the module itself
 */
export function moduleWith({
  name = 'sample',
  files = {},
  module = [],
  tests = [],
  example = [],
} = {}) {
  return { name, files, parsed: { module, tests, example }, problems: [] };
}

/** A parsed file with one resource. */
export function resource(type, name, body) {
  return { resource: { [type]: { [name]: [body] } } };
}
