import { resourcesOf } from '../plan.mjs';

/** Clusters of a root that belong to a global database. */
export function globalMembersOf(root, plan) {
  const resources = resourcesOf(plan);
  const region = root.split('/')[1];
  const declared = resources.filter(
    ({ type }) => type === 'aws_rds_global_cluster',
  );
  return resources
    .filter(({ type }) => type === 'aws_rds_cluster')
    .map(({ address, values, unknown }) => {
      const scope = address.replace(/\.aws_rds_cluster\.[^.]+$/, '.');
      const own = declared.find(one => one.address.startsWith(scope));
      return {
        root,
        region,
        address,
        // The primary takes the identifier from the global cluster that it
        // makes, so its own attribute may not be known before the apply.
        global:
          values.global_cluster_identifier ??
          own?.values.global_cluster_identifier,
        isPrimary: own !== undefined,
        unknown,
        engine: values.engine,
        version: values.engine_version,
        hasMaster: Boolean(
          values.master_username || values.manage_master_user_password,
        ),
        instances: resources.filter(
          one =>
            one.type === 'aws_rds_cluster_instance' &&
            one.address.startsWith(scope),
        ).length,
      };
    });
}

function problemsOf(name, members, { accounts }) {
  const primaries = members.filter(({ isPrimary }) => isPrimary);
  const secondaries = members.filter(({ isPrimary }) => !isPrimary);
  if (primaries.length !== 1) {
    return [`${name} has ${primaries.length} primaries`];
  }
  const [primary] = primaries;
  const [account] = primary.root.split('/');
  if (secondaries.length === 0) {
    return accounts[account].regions.length > 1
      ? [`${name} has no secondary: ${primary.root} stands alone`]
      : [];
  }
  return secondaries.flatMap(secondary => {
    const where = `${name} in ${secondary.root}`;
    return [
      secondary.region === primary.region &&
        `${where} is in the region of its primary`,
      secondary.engine !== primary.engine &&
        `${where} runs ${secondary.engine}, the primary ${primary.engine}`,
      secondary.version !== primary.version &&
        `${where} runs ${secondary.version}, the primary ${primary.version}: a switchover needs the same`,
      secondary.hasMaster && `${where} has a master user of its own`,
      secondary.instances === 0 &&
        `${where} has no instance: nothing could take over`,
      primary.instances < 2 && `${name} has no reader in ${primary.root}`,
    ].filter(Boolean);
  });
}

/**
 * Each global database has one primary and a secondary elsewhere that can take
 * over: same identifier, engine and version, another region, instances. Where an
 * account has but one region, a primary may stand alone.
 */
export function checkAurora(plans, { company }) {
  const members = [...plans].flatMap(([root, { plan }]) =>
    globalMembersOf(root, plan),
  );
  const problems = new Map([...plans.keys()].map(root => [root, []]));
  const groups = new Map();
  for (const member of members) {
    if (member.global) {
      groups.set(member.global, [...(groups.get(member.global) ?? []), member]);
    }
  }
  for (const [name, group] of groups) {
    const planned = new Set(group.map(({ root }) => root));
    for (const problem of problemsOf(name, group, company)) {
      planned.forEach(root => problems.get(root).push(problem));
    }
  }
  return problems;
}
