import path from 'node:path';

function matchesExpression(labels, { key, operator, values = [] }) {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return values.includes(value);
    case 'NotIn':
      return !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}

function matches(labels, { matchLabels = {}, matchExpressions = [] } = {}) {
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) &&
    matchExpressions.every(expression => matchesExpression(labels, expression))
  );
}

/** Puts parameters into `{{ .name }}`; generators know no more than that here. */
function fill(value, parameters) {
  if (typeof value === 'string') {
    return value.replace(/{{\s*\.([\w]+)\s*}}/g, (_, name) => {
      if (parameters[name] === undefined) {
        throw new Error(`parameter ${name} is not there`);
      }
      return parameters[name];
    });
  }
  if (Array.isArray(value)) {
    return value.map(item => fill(item, parameters));
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, fill(item, parameters)]),
    );
  }
  return value;
}

function globPattern(glob) {
  const escaped = glob
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*');
  return new RegExp(`^${escaped}$`);
}

/**
 * What the generators of an ApplicationSet produce. The kinds that the platform
 * uses are known (clusters, git files, matrix of two); any other is an error.
 *
 * @param world.clusters - what Argo CD knows: name, server, metadata.labels
 * @param world.files - content of the repository's YAML files by path
 */
export function generate(generators, world) {
  return generators.flatMap(generator => {
    const kinds = Object.keys(generator);
    if (kinds.length !== 1) {
      throw new Error(`a generator is of one kind, not ${kinds.join(' and ')}`);
    }
    if (generator.clusters) {
      const { selector, values = {} } = generator.clusters;
      return world.clusters
        .filter(({ metadata }) => matches(metadata.labels, selector))
        .map(cluster => ({ ...cluster, values }));
    }
    if (generator.git) {
      const patterns = generator.git.files.map(file => globPattern(file.path));
      return Object.entries(world.files)
        .filter(([file]) => patterns.some(pattern => pattern.test(file)))
        .map(([file, content]) => ({
          ...content,
          path: { path: path.posix.dirname(file) },
        }));
    }
    if (generator.matrix) {
      const [first, second, ...rest] = generator.matrix.generators;
      if (!second || rest.length > 0) {
        throw new Error('a matrix has two generators');
      }
      return generate([first], world).flatMap(outer =>
        generate([fill(second, outer)], world).map(inner => ({
          ...outer,
          ...inner,
        })),
      );
    }
    throw new Error(`unknown generator ${kinds[0]}`);
  });
}
