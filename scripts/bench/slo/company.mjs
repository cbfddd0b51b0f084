import YAML from 'yaml';
import { people } from '../../../e2e/support/people.ts';

const teams = 12;
const perService = ['availability', 'latency', 'checkout'];

const pad = number => String(number).padStart(4, '0');
const teamName = index => `bench-team-${index % teams}`;

/** Name of the service with this number; also its Prometheus job. */
export const serviceName = index => `bench-${pad(index)}`;

function entity(kind, name, spec, metadata = {}) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...metadata },
    spec,
  };
}

const toYaml = documents =>
  documents.map(document => YAML.stringify(document)).join('---\n');

/**
 * Catalog of a company of any size, as one file: its teams, the person who
 * measures, and services whose SLOs are read from the address of the catalog.
 *
 * @param services - number of services, each with three SLOs
 * @param address - where the files of {@link sloFile} are served
 */
export function catalogFile(services, address) {
  const documents = [];
  for (let team = 0; team < teams; team += 1) {
    documents.push(
      entity('Group', teamName(team), { type: 'team', children: [] }),
      entity('System', `bench-system-${team}`, {
        owner: `group:${teamName(team)}`,
      }),
    );
  }
  documents.push(
    entity('User', people.developer.ref.split('/')[1], {
      profile: { displayName: 'Amara Okafor' },
      memberOf: [teamName(0)],
    }),
  );
  for (let index = 0; index < services; index += 1) {
    documents.push(
      entity(
        'Component',
        serviceName(index),
        {
          type: 'service',
          lifecycle: 'production',
          owner: `group:${teamName(index)}`,
          system: `bench-system-${index % teams}`,
        },
        {
          annotations: {
            'backstage.io/source-location': `url:${address}/`,
            'arctiq.io/slo': `slo/${serviceName(index)}.yaml`,
          },
          labels: { 'arctiq.io/tier': String(1 + (index % 3)) },
        },
      ),
    );
  }
  return toYaml(documents);
}

function slo(job, kind) {
  const counter = `http_server_request_duration_seconds_count{job="${job}"`;
  const good = {
    availability: `sum(${counter},status_code!~"5.."})`,
    latency: `sum(http_server_request_duration_seconds_bucket{job="${job}",le="0.2"})`,
    checkout: `sum(${counter},route="/checkout",status_code!~"5.."})`,
  }[kind];
  const total =
    kind === 'checkout'
      ? `sum(${counter},route="/checkout"})`
      : `sum(${counter}})`;
  const query = text => ({
    metricSource: { type: 'Prometheus', spec: { query: text } },
  });
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: `${job}-${kind}`, displayName: kind },
    spec: {
      service: job,
      indicator: {
        metadata: { name: `${job}-${kind}` },
        spec: {
          ratioMetric: {
            counter: true,
            good: query(good),
            total: query(total),
          },
        },
      },
      timeWindow: [{ duration: '28d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: kind, target: 0.999 }],
    },
  };
}

/** The three SLOs of a service, in OpenSLO. */
export function sloFile(job) {
  return toYaml([
    {
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: job },
      spec: { description: 'Measured by the benchmark' },
    },
    ...perService.map(kind => slo(job, kind)),
  ]);
}

/** SLOs of a service. */
export const slosPerService = perService.length;
