/** Resources of a module: type, name and arguments of each. */
export function resourcesOf({ parsed }) {
  return parsed.module.flatMap(({ resource = {} }) =>
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).flatMap(([name, bodies]) =>
        bodies.map(body => ({ type, name, body, id: `${type}.${name}` })),
      ),
    ),
  );
}

/** Blocks of one kind that carry a single label, for example variables. */
export function blocksOf({ parsed }, kind) {
  return parsed.module.flatMap(file =>
    Object.entries(file[kind] ?? {}).flatMap(([name, bodies]) =>
      bodies.map(body => ({ name, body })),
    ),
  );
}

/** Nested blocks, those that are written as `dynamic` among them. */
export function nested(body, name) {
  const written = body[name] ?? [];
  const generated = (body.dynamic?.[name] ?? []).flatMap(
    ({ content = [] }) => content,
  );
  return [written, generated].flat();
}

/**
 * Values below a path of nested blocks, for example
 * `encryption_info.encryption_in_transit.client_broker`. A block that is not
 * there counts as undefined.
 */
export function valuesAt(body, path) {
  const [first, ...rest] = path.split('.');
  if (rest.length === 0) {
    return [body[first]];
  }
  const blocks = nested(body, first);
  return blocks.length === 0
    ? [undefined]
    : blocks.flatMap(block => valuesAt(block, rest.join('.')));
}

/** Blocks at a path of nested blocks, as far as they are written. */
export function blocksAt(body, path) {
  return path
    .split('.')
    .reduce(
      (blocks, name) => blocks.flatMap(block => nested(block, name)),
      [body],
    );
}
