import path from 'node:path';
import { nested, resourcesOf } from './walk.mjs';

const own = /\bmodule\.tags\.all\b/;

/** Google calls them labels. Its provider is not there to be asked for its types. */
const labelled = new Set([
  'google_compute_address',
  'google_compute_disk',
  'google_compute_instance',
  'google_compute_instance_template',
  'google_dataproc_cluster',
  'google_dns_managed_zone',
  'google_kms_crypto_key',
  'google_pubsub_subscription',
  'google_pubsub_topic',
  'google_secret_manager_secret',
  'google_storage_bucket',
]);
const ownLabels = /\b(module\.tags\.all|local\.labels)\b/;

/** Blocks in which a resource says how AWS is to tag what it makes for it. */
const propagated = {
  aws_launch_template: {
    block: 'tag_specifications',
    kinds: ['instance', 'volume', 'network-interface'],
  },
};

function propagationProblems({ type, id, body }) {
  const { block, kinds } = propagated[type] ?? { kinds: [] };
  return kinds
    .filter(
      kind =>
        !nested(body, block).some(
          // A dynamic block takes the kind from its iterator.
          one =>
            (one.resource_type === kind ||
              String(one.resource_type).includes('${')) &&
            own.test(JSON.stringify(one.tags ?? '')),
        ),
    )
    .map(kind => `${id} does not tag each ${kind} that is made from it`);
}

function callsOf({ parsed }) {
  return parsed.module.flatMap(file =>
    Object.entries(file.module ?? {}).flatMap(([name, bodies]) =>
      bodies.map(body => ({ name, ...body })),
    ),
  );
}

/** Everything that can carry tags carries those of the company. */
export const tags = {
  name: 'tags',
  check(module, { taggable, untagged = new Set() }) {
    const resources = resourcesOf(module);
    return [
      ...resources
        .filter(({ type }) => taggable.has(type))
        .filter(({ body }) => !own.test(JSON.stringify(body.tags ?? '')))
        .map(({ id }) => `${id} has no tags of module.tags.all`),
      ...resources
        .filter(({ type }) => labelled.has(type))
        .filter(({ body }) => !ownLabels.test(String(body.labels)))
        .map(({ id }) => `${id} has no labels of module.tags.all`),
      ...resources.flatMap(propagationProblems),
      ...callsOf(module)
        .filter(({ source }) => /^\.\.?\//.test(source))
        .filter(
          ({ source }) => !untagged.has(path.posix.join(module.name, source)),
        )
        .filter(({ name }) => name !== 'tags')
        .filter(call => !/\bvar\.tags\b/.test(JSON.stringify(call.tags ?? '')))
        .map(({ name }) => `module.${name} is not given var.tags`),
    ];
  },
};
