import { idOf, scan } from './blocks.mjs';
import { openings } from './openings.mjs';
import { resourcesOf, valuesAt } from './walk.mjs';

const everywhere = /"(0\.0\.0\.0\/0|::\/0)"/g;
/** They send traffic out or refuse the value, and let nobody in. */
const harmless =
  /^(variable\.|aws_route\.|aws_route_table\.|aws_ec2_transit_gateway_route\.|output\.)/;

/** How often each block of a module names the whole internet. */
function countOf(files) {
  const counts = new Map();
  for (const [file, text] of Object.entries(files)) {
    if (!file.includes('/') && file.endsWith('.tf')) {
      for (const { path, name, value } of scan(text).args) {
        const found = value.match(everywhere)?.length ?? 0;
        const id = path.length > 0 && idOf(path, name);
        if (found > 0 && !harmless.test(`${id}.`)) {
          counts.set(id, (counts.get(id) ?? 0) + found);
        }
      }
    }
  }
  return counts;
}

function openingProblems({ name, files }, today) {
  const counts = countOf(files);
  const known = openings.filter(({ module }) => module === name);
  return [
    ...[...counts]
      .filter(
        ([id, count]) =>
          !known.some(one => one.block === id && one.count === count),
      )
      .map(
        ([id, count]) =>
          `${id} names the whole internet ${count} times, which openings.mjs does not list`,
      ),
    ...known
      .filter(({ block }) => !counts.has(block))
      .map(
        ({ block }) => `${block} is open no more: strike it from openings.mjs`,
      ),
    ...known
      .filter(({ until }) => until < today)
      .map(({ block, until }) => `the opening of ${block} ended on ${until}`),
  ];
}

/** Flags that decide whether a thing can be reached from outside. */
const flags = {
  aws_rds_cluster_instance: { publicly_accessible: false },
  aws_db_instance: { publicly_accessible: false },
  aws_eks_cluster: {
    'vpc_config.endpoint_public_access': false,
    'vpc_config.endpoint_private_access': true,
  },
  aws_s3_bucket_public_access_block: {
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  },
  aws_s3_account_public_access_block: {
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  },
  aws_secretsmanager_secret_policy: { block_public_policy: true },
  aws_ebs_snapshot_block_public_access: { state: 'block-all-sharing' },
  google_storage_bucket: {
    public_access_prevention: 'enforced',
    uniform_bucket_level_access: true,
  },
};

function flagProblems({ type, id, body }) {
  return Object.entries(flags[type] ?? {}).flatMap(([path, wanted]) =>
    valuesAt(body, path)
      .filter(value => value !== wanted)
      .map(value => `${id}: ${path} must be ${wanted}, it is ${value}`),
  );
}

function inlineProblems({ type, id, body }) {
  const isDefault = type === 'aws_default_security_group';
  return type === 'aws_security_group' || isDefault
    ? ['ingress', 'egress']
        .filter(name => body[name]?.length > 0 || body.dynamic?.[name])
        .map(name => `${id} has rules of its own (${name})`)
    : [];
}

function bucketProblems(resources) {
  const blocked = resources
    .filter(({ type }) => type === 'aws_s3_bucket_public_access_block')
    .map(({ body }) => String(body.bucket));
  return resources
    .filter(({ type }) => type === 'aws_s3_bucket')
    .filter(({ id }) => !blocked.some(bucket => bucket.includes(`${id}`)))
    .map(({ id }) => `${id} has no aws_s3_bucket_public_access_block`);
}

/** Nothing is open to the world that is not on the list. */
export const open = {
  name: 'open',
  check(module, { today }) {
    const resources = resourcesOf(module);
    return [
      ...openingProblems(module, today),
      ...resources.flatMap(flagProblems),
      ...resources.flatMap(inlineProblems),
      ...bucketProblems(resources),
    ];
  },
};
