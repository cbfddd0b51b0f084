import { resourcesOf } from '../plan.mjs';

/** Types that stand for an environment: they carry its name, not their root's. */
const standsForOther = new Set(['aws_organizations_account']);

const required = ['team', 'service', 'environment', 'cost-centre'];

/** Resource types that take tags, by the provider's own schema. */
export function taggableTypes(schema) {
  const types = new Set();
  for (const provider of Object.values(schema.provider_schemas)) {
    for (const [type, { block }] of Object.entries(
      provider.resource_schemas ?? {},
    )) {
      if (block.attributes?.tags && block.attributes?.tags_all) {
        types.add(type);
      }
    }
  }
  return types;
}

function problemOf(tags, { teams, services, environments }) {
  if (!tags) {
    return 'has no tags';
  }
  const missing = required.filter(name => !tags[name]);
  if (missing.length > 0) {
    return `lacks ${missing.join(', ')}`;
  }
  const costCentre = teams[tags.team];
  if (!costCentre) {
    return `team "${tags.team}" is none of the company's`;
  }
  if (tags['cost-centre'] !== costCentre) {
    return `cost-centre "${tags['cost-centre']}" is not ${costCentre}, which pays for team ${tags.team}`;
  }
  if (!services.includes(tags.service)) {
    return `service "${tags.service}" is none of the company's`;
  }
  if (!environments.includes(tags.environment)) {
    return `environment "${tags.environment}" is not ${environments.join(
      ' or ',
    )}`;
  }
  return undefined;
}

/** Everything that can be tagged says who answers and who pays for it. */
export function checkTags(root, plan, { schema, company }) {
  const taggable = taggableTypes(schema);
  const [account] = root.split('/');
  const own = [company.accounts[account]?.environment];
  const all = Object.values(company.accounts).map(
    ({ environment }) => environment,
  );
  return resourcesOf(plan)
    .filter(({ type }) => taggable.has(type))
    .flatMap(resource => {
      const tags = resource.values.tags_all ?? resource.values.tags;
      const problem = problemOf(tags, {
        ...company,
        environments: standsForOther.has(resource.type) ? all : own,
      });
      return problem ? [`${resource.address} ${problem}`] : [];
    });
}
