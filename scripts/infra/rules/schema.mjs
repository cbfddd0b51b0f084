/** Names that speak of encryption, at rest or on the way. */
export const telling =
  /(^|[._])(kms|cmk|encrypt|encryption|encrypted|sse|tls|ssl|https)([._]|$)/;

/** Paths in a schema that speak of encryption and that one can set. */
function* pathsOf({ attributes = {}, block_types: blocks = {} }, prefix = '') {
  for (const [name, { computed, optional }] of Object.entries(attributes)) {
    const settable = optional || !computed;
    if (settable && telling.test(`${prefix}${name}`)) {
      yield `${prefix}${name}`;
    }
  }
  for (const [name, { block }] of Object.entries(blocks)) {
    yield* pathsOf(block, `${prefix}${name}.`);
  }
}

/**
 * What the rules need of the provider's schema.
 *
 * @param schema - as `terraform providers schema -json` prints it
 */
export function readSchema(schema) {
  const taggable = new Set();
  const encryptionPaths = new Map();
  for (const { resource_schemas: types } of Object.values(
    schema.provider_schemas,
  )) {
    for (const [type, { block }] of Object.entries(types)) {
      if (block.attributes?.tags && block.attributes?.tags_all) {
        taggable.add(type);
      }
      encryptionPaths.set(type, [...pathsOf(block)]);
    }
  }
  return { taggable, encryptionPaths };
}
