import path from 'node:path';

/** The names of the module calls on the way to a resource, outermost first. */
function callsOf(moduleAddress = '') {
  return [...moduleAddress.matchAll(/module\.([A-Za-z0-9_-]+)/g)].map(
    ([, name]) => name,
  );
}

/**
 * What a root will have once its plan is applied.
 *
 * @param plan - as `terraform show -json` prints it
 * @returns managed resources with their values, what is not known before the
 *   apply, and the folder of the module that the root calls for them
 */
export function resourcesOf(plan) {
  const calls = plan.configuration?.root_module?.module_calls ?? {};
  return (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === 'managed' && change.after !== null)
    .map(({ address, type, module_address: moduleAddress, change }) => {
      const [call] = callsOf(moduleAddress);
      return {
        address,
        type,
        call,
        module: call ? path.basename(calls[call]?.source ?? call) : '(root)',
        values: change.after,
        unknown: change.after_unknown ?? {},
      };
    });
}

/** How many resources each module makes, most first. */
export function countByModule(plan) {
  const counts = new Map();
  for (const { module } of resourcesOf(plan)) {
    counts.set(module, (counts.get(module) ?? 0) + 1);
  }
  return new Map(
    [...counts].sort(
      ([a, many], [b, more]) => more - many || a.localeCompare(b, 'en'),
    ),
  );
}

/** A variable of the root, as the plan saw it. */
export function variableOf(plan, name) {
  return plan.variables?.[name]?.value;
}

/** True where a value is set, or will be by the apply. */
export function isSet({ values, unknown }, name) {
  const value = values[name];
  return (
    (value !== undefined && value !== null && value !== '') ||
    unknown[name] === true
  );
}

/** Every string in a value with the path to it. */
export function* stringsOf(value, at = '') {
  if (typeof value === 'string') {
    yield [at, value];
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* stringsOf(item, `${at}[${index}]`);
    }
  } else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      yield* stringsOf(item, at ? `${at}.${key}` : key);
    }
  }
}
