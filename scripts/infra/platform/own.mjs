import path from 'node:path';
import { sourcesOf } from './applications.mjs';
import { platformFolder, readDocuments } from './files.mjs';
import { exemptionProblems, judge, readConstraints } from './policies.mjs';
import {
  objectProblems,
  openProjectProblems,
  projectProblems,
} from './projects.mjs';
import { isClusterScoped } from './scopes.mjs';

/** Objects that are the same in several clusters, once. */
export function unique(objects) {
  return [
    ...new Map(
      objects.map(object => [JSON.stringify(object), object]),
    ).values(),
  ];
}

/** Every Application against its project, as the control plane would have it. */
export function checkProjects(rendered, report) {
  const projectsOf = controlPlane =>
    new Map(
      rendered
        .filter(row => row.controlPlane === controlPlane)
        .flatMap(({ objects }) => objects)
        .concat(
          readDocuments(
            path.join(
              platformFolder,
              `argocd/control-planes/${controlPlane}/root.yaml`,
            ),
          ),
        )
        .filter(({ kind }) => kind === 'AppProject')
        .map(project => [project.metadata.name, project]),
    );
  const problems = [];
  const open = [];
  for (const controlPlane of new Set(rendered.map(row => row.controlPlane))) {
    const projects = projectsOf(controlPlane);
    open.push(...[...projects.values()].flatMap(openProjectProblems));
    for (const row of rendered.filter(
      one => one.controlPlane === controlPlane,
    )) {
      const project = projects.get(row.application.spec.project);
      problems.push(...projectProblems(row.application, project, row.cluster));
      if (project) {
        problems.push(
          ...objectProblems(
            row.application,
            project,
            row.objects,
            isClusterScoped,
          ),
        );
      }
    }
  }
  report('every Application keeps to its project', problems);
  report('projects are closed, production has a sync window', open);
}

export async function checkPolicies(gator, rendered, attempt) {
  const namespaces = new Set(
    rendered
      .filter(({ application }) =>
        ['platform', 'control-plane'].includes(application.spec.project),
      )
      .filter(({ application }) =>
        sourcesOf(application).some(({ chart }) => chart),
      )
      .map(({ application }) => application.spec.destination.namespace),
  );
  await attempt(
    'policies leave out the namespaces of the platform and no others',
    () => exemptionProblems(readConstraints(), namespaces),
  );
  for (const environment of ['dev', 'staging', 'prod', 'dr']) {
    const objects = rendered
      .filter(
        ({ cluster }) =>
          cluster?.metadata.labels['arctiq.io/environment'] === environment,
      )
      .flatMap(row =>
        row.objects.map(object => withNamespace(object, row.application)),
      )
      .filter(({ apiVersion }) => !apiVersion.includes('gatekeeper.sh/'));
    await attempt(
      `policies of ${environment} let our own ${objects.length} objects pass`,
      async () => {
        const problems = await judge(
          gator,
          unique([...objects, intruder]),
          environment,
        );
        const [own, others] = [true, false].map(wanted =>
          problems.filter(
            message => message.includes(intruder.metadata.name) === wanted,
          ),
        );
        return own.length > 0
          ? others
          : ['the policies were not asked: a privileged pod passed'];
      },
    );
  }
}

/** Shows that the policies are asked at all. */
const intruder = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'intruder', namespace: 'orders' },
  spec: {
    containers: [
      { name: 'a', image: 'a', securityContext: { privileged: true } },
    ],
  },
};

function withNamespace(object, application) {
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  if (object.metadata.namespace || isClusterScoped(group, object.kind)) {
    return object;
  }
  const { namespace } = application.spec.destination;
  return { ...object, metadata: { ...object.metadata, namespace } };
}
