import { gitopsUrl } from './files.mjs';

const exactVersion = /^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const commit = /^[0-9a-f]{40}$/;
const imperative = ['dev', 'staging'];

/** The sources of an Application, one or several. */
export function sourcesOf(application) {
  const { source, sources } = application.spec ?? {};
  return sources ?? (source ? [source] : []);
}

/** What is wrong with where an Application takes things from. */
export function pinProblems(application) {
  const name = application.metadata?.name;
  const sources = sourcesOf(application);
  const problems = sources.length === 0 ? [`${name} has no source`] : [];
  for (const { repoURL, chart, targetRevision, path } of sources) {
    const what = `${name}, ${chart ?? path ?? repoURL}`;
    if (!repoURL) {
      problems.push(`${what}: repoURL is missing`);
    }
    if (targetRevision === undefined || targetRevision === '') {
      problems.push(`${what}: targetRevision is missing`);
    } else if (chart && !exactVersion.test(targetRevision)) {
      problems.push(
        `${what}: ${targetRevision} is no exact version of a chart`,
      );
    } else if (!chart && repoURL === gitopsUrl && targetRevision !== 'main') {
      problems.push(
        `${what}: the gitops repository is followed on main, not ${targetRevision}`,
      );
    } else if (
      !chart &&
      repoURL !== gitopsUrl &&
      !commit.test(targetRevision)
    ) {
      problems.push(
        `${what}: ${targetRevision} is no commit; a branch or tag moves by itself`,
      );
    }
  }
  return problems;
}

/** What every Application has to state, whatever it deploys. */
export function statementProblems(application) {
  const { metadata = {}, spec = {} } = application;
  const { project, destination = {}, syncPolicy = {} } = spec;
  const { name } = metadata;
  const environment = metadata.labels?.['arctiq.io/environment'];
  const problems = [];
  if (!project || project === 'default') {
    problems.push(
      `${name}: project is ${
        project ?? 'missing'
      }; "default" may do everything`,
    );
  }
  if (!destination.server && !destination.name) {
    problems.push(`${name}: destination has no server`);
  }
  if (!destination.namespace) {
    problems.push(`${name}: destination has no namespace`);
  }
  if (!Array.isArray(metadata.finalizers)) {
    problems.push(
      `${name}: metadata.finalizers has to be said, if only as an empty list`,
    );
  }
  if (!(syncPolicy.syncOptions?.length > 0)) {
    problems.push(`${name}: syncPolicy.syncOptions is missing`);
  }
  if (!(syncPolicy.retry?.limit > 0)) {
    problems.push(`${name}: syncPolicy.retry is missing`);
  }
  if (
    syncPolicy.syncOptions?.some(option =>
      /^(Force|Replace)=true$/.test(option),
    )
  ) {
    problems.push(`${name}: Force and Replace delete what runs`);
  }
  if (
    environment &&
    imperative.includes(environment) &&
    !syncPolicy.automated
  ) {
    problems.push(`${name}: ${environment} syncs by itself`);
  }
  if (
    environment &&
    !imperative.includes(environment) &&
    syncPolicy.automated
  ) {
    problems.push(
      `${name}: ${environment} waits for a person, syncPolicy.automated has to go`,
    );
  }
  return problems;
}

/** What every ApplicationSet has to state. */
export function setProblems(set) {
  const { name } = set.metadata;
  const { spec } = set;
  const problems = [];
  if (
    spec.goTemplate !== true ||
    !spec.goTemplateOptions?.includes('missingkey=error')
  ) {
    problems.push(
      `${name}: without goTemplate and missingkey=error a typing error is an empty string`,
    );
  }
  if (typeof spec.syncPolicy?.preserveResourcesOnDeletion !== 'boolean') {
    problems.push(
      `${name}: syncPolicy.preserveResourcesOnDeletion is the finalizer policy and has to be said`,
    );
  }
  if (
    set.metadata.annotations?.['argocd.argoproj.io/sync-wave'] === undefined
  ) {
    problems.push(`${name}: the sync wave is missing`);
  }
  return problems;
}

const order = ['dev', 'staging', 'prod'];

function compareVersions(a, b) {
  return a
    .replace(/^v/, '')
    .localeCompare(b.replace(/^v/, ''), 'en', { numeric: true });
}

/** A version of a chart comes to an environment after the one before it. */
export function promotionProblems(set) {
  const versions = new Map();
  for (const { clusters } of set.spec.generators) {
    const environment =
      clusters?.selector?.matchLabels?.['arctiq.io/environment'];
    const version = clusters?.values?.chartVersion;
    if (environment && version) {
      versions.set(environment, String(version));
    }
  }
  const problems = [];
  order.slice(1).forEach((environment, index) => {
    const before = versions.get(order[index]);
    const here = versions.get(environment);
    if (before && here && compareVersions(here, before) > 0) {
      problems.push(
        `${set.metadata.name}: ${environment} has ${here}, ${order[index]} only ${before}; promote it there first`,
      );
    }
  });
  const [prod, dr] = [versions.get('prod'), versions.get('dr')];
  if (prod && dr && prod !== dr) {
    problems.push(
      `${set.metadata.name}: the stand-by has ${dr}, production ${prod}`,
    );
  }
  return problems;
}
