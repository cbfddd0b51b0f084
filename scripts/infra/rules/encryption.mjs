import { encryptionExceptions } from './encryption-exceptions.mjs';
import { defaults, encryptionTable } from './encryption-table.mjs';
import { tlsProblems } from './tls.mjs';
import { blocksAt, resourcesOf, valuesAt } from './walk.mjs';

/** The requirement for one path of a type: from the table, or by its name. */
function requirementOf(type, path) {
  const own = encryptionTable[type]?.[path];
  if (own !== undefined) {
    return own;
  }
  const name = path.split('.').at(-1);
  return defaults.find(({ pattern }) => pattern.test(name))?.requirement;
}

/** Values at a path; where a block may be left out, those of the written ones. */
function valuesOf(body, path, { optionalBlock }) {
  return optionalBlock
    ? blocksAt(body, optionalBlock).flatMap(block =>
        valuesAt(block, path.slice(optionalBlock.length + 1)),
      )
    : valuesAt(body, path);
}

function pathsOf(type, schemaPaths) {
  return new Set([
    ...Object.keys(encryptionTable[type] ?? {}),
    ...(schemaPaths.get(type) ?? []),
  ]);
}

/** The value that a local stands for, where the value is nothing but the local. */
function resolve(value, locals) {
  const [, name] = String(value).match(/^\$\{local\.(\w+)\}$/) ?? [];
  return name in locals ? locals[name] : value;
}

/** Whether an exception that has not ended takes this value. */
function isExcepted(value, { module, id, path, today }) {
  return encryptionExceptions.some(
    one =>
      one.module === module &&
      one.resource === id &&
      one.path === path &&
      one.value === value &&
      one.until >= today,
  );
}

function problemsOf(
  { type, id, body },
  { schemaPaths, locals, module, today },
) {
  return [...pathsOf(type, schemaPaths)].flatMap(path => {
    const requirement = requirementOf(type, path);
    if (requirement === undefined) {
      return [`${id}: encryption-table.mjs does not say what ${path} must be`];
    }
    if (requirement.exempt) {
      return [];
    }
    return valuesOf(body, path, requirement)
      .map(value => resolve(value, locals))
      .filter(
        value =>
          !requirement.holds(value, body) &&
          !isExcepted(value, { module, id, path, today }),
      )
      .map(
        value =>
          `${id}: ${path} must be ${requirement.must}, it is ${JSON.stringify(
            value,
          )}`,
      );
  });
}

function bucketProblems(resources) {
  const encrypted = resources
    .filter(
      ({ type }) =>
        type === 'aws_s3_bucket_server_side_encryption_configuration',
    )
    .map(({ body }) => String(body.bucket));
  return resources
    .filter(({ type }) => type === 'aws_s3_bucket')
    .filter(({ id }) => !encrypted.some(bucket => bucket.includes(id)))
    .map(
      ({ id }) =>
        `${id} has no aws_s3_bucket_server_side_encryption_configuration`,
    );
}

/** What is kept is encrypted with a key of our own, and what travels by TLS. */
export const encryption = {
  name: 'encryption',
  check(module, { encryptionPaths, today }) {
    const resources = resourcesOf(module);
    const locals = Object.assign(
      {},
      ...module.parsed.module.flatMap(file => file.locals ?? []),
    );
    return [
      ...resources.flatMap(one =>
        problemsOf(one, {
          schemaPaths: encryptionPaths,
          locals,
          module: module.name,
          today,
        }),
      ),
      ...bucketProblems(resources),
      ...tlsProblems(module, resources),
    ];
  },
};
