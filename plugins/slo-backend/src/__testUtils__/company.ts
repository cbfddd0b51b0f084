import type { Entity } from '@backstage/catalog-model';

/** Where the components of the test company are registered. */
export const GITHUB = 'https://github.test/arctiq-commerce';

/** A component that names its SLOs, registered from its own repository. */
export function componentEntity(
  name: string,
  team: string,
  overrides: {
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
  } = {},
): Entity {
  const location = `url:${GITHUB}/${name}/blob/main/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      title: `The ${name}`,
      labels: { 'arctiq.io/tier': '1', ...overrides.labels },
      annotations: {
        'arctiq.io/slo': 'slo.yaml',
        'backstage.io/managed-by-location': location,
        'backstage.io/source-location': `url:${GITHUB}/${name}/tree/main/`,
        'github.com/project-slug': `arctiq-commerce/${name}`,
        'pagerduty.com/service-id': `P-${name}`,
        ...overrides.annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: team },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${team}` },
      { type: 'partOf', targetRef: `system:default/${team}-system` },
    ],
  };
}

/** A team with a title. */
export function groupEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName: `Team ${name}` } },
  };
}

/** Address of the SLOs of a component. */
export function sloFile(component: string): string {
  return `${GITHUB}/${component}/tree/main/slo.yaml`;
}

/** An OpenSLO document: 99 % of requests over 7 days. */
export function openSlo(name: string, service: string, target = 0.99): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
  displayName: ${name} of ${service}
spec:
  description: Requests that are answered
  service: ${service}
  indicator:
    metadata:
      name: ${name}
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: Prometheus
            spec:
              query: sum(requests_total{job="${service}",slo="${name}",code!~"5.."})
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(requests_total{job="${service}",slo="${name}"})
  timeWindow:
    - duration: 7d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Answered
      target: ${target}
`;
}

/** Several documents in one file. */
export function yamlFile(...documents: string[]): string {
  return documents.join('---\n');
}
