import { sourcesOf } from './applications.mjs';

function glob(pattern, value) {
  const escaped = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${escaped}$`).test(value ?? '');
}

/** Whether a project lets an Application be, as Argo CD would judge it. */
export function projectProblems(application, project, cluster) {
  const { name } = application.metadata;
  if (!project) {
    return [`${name}: there is no project ${application.spec.project}`];
  }
  const { sourceRepos = [], destinations = [] } = project.spec;
  const problems = sourcesOf(application)
    .filter(
      ({ repoURL }) => !sourceRepos.some(pattern => glob(pattern, repoURL)),
    )
    .map(
      ({ repoURL }) =>
        `${name}: project ${project.metadata.name} does not allow ${repoURL}`,
    );
  const { server, namespace } = application.spec.destination;
  const allowed = destinations.some(
    destination =>
      glob(destination.namespace, namespace) &&
      ((destination.server && glob(destination.server, server)) ||
        (destination.name && cluster && glob(destination.name, cluster.name))),
  );
  if (!allowed) {
    problems.push(
      `${name}: project ${
        project.metadata.name
      } does not allow namespace ${namespace} in ${cluster?.name ?? server}`,
    );
  }
  return problems;
}

/** Whether an object that an Application applies is in the project's white list. */
export function objectProblems(application, project, objects, isClusterScoped) {
  const lists = {
    cluster: project.spec.clusterResourceWhitelist ?? [],
    namespace: project.spec.namespaceResourceWhitelist ?? [],
  };
  return objects
    .filter(({ apiVersion, kind }) => {
      const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
      const list = isClusterScoped(group, kind)
        ? lists.cluster
        : lists.namespace;
      return !list.some(
        item => glob(item.group, group) && glob(item.kind, kind),
      );
    })
    .map(
      ({ kind, metadata }) =>
        `${application.metadata.name}: project ${project.metadata.name} does not allow ${kind} ${metadata.name}`,
    );
}

/** What a project may never do. */
export function openProjectProblems(project) {
  const { name } = project.metadata;
  const { sourceRepos, destinations, clusterResourceWhitelist, syncWindows } =
    project.spec;
  const problems = [];
  if (sourceRepos?.includes('*')) {
    problems.push(`${name}: any repository is allowed`);
  }
  if (
    destinations?.some(
      ({ server, name: cluster }) => server === '*' || cluster === '*',
    )
  ) {
    problems.push(`${name}: any cluster is allowed`);
  }
  if (!Array.isArray(clusterResourceWhitelist)) {
    problems.push(`${name}: the white list of cluster resources is not said`);
  }
  if (clusterResourceWhitelist?.some(({ group }) => group === '*')) {
    problems.push(`${name}: any cluster resource is allowed`);
  }
  const production = destinations?.some(({ name: cluster = '' }) =>
    cluster.startsWith('arctiq-prod-*'),
  );
  if (
    production &&
    !syncWindows?.some(
      ({ kind, manualSync }) => kind === 'allow' && manualSync === false,
    )
  ) {
    problems.push(`${name}: production has no sync window`);
  }
  if (name.startsWith('team-')) {
    if (clusterResourceWhitelist?.length > 0) {
      problems.push(`${name}: a team makes nothing outside of its namespace`);
    }
    if (
      destinations?.some(
        ({ namespace }) => namespace !== name.slice('team-'.length),
      )
    ) {
      problems.push(`${name}: a team deploys into its own namespace`);
    }
  }
  return problems;
}
