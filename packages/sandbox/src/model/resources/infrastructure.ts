import type { Environment, Region } from '../types';
import type { ResourceRow } from './row';

const platform = { owner: 'platform', system: 'platform' } as const;
const edge = { owner: 'platform', system: 'edge' } as const;

const REGIONS: readonly { region: Region; place: string }[] = [
  { region: 'us-east-1', place: 'Virginia, primary' },
  { region: 'eu-west-1', place: 'Ireland, secondary' },
];

const CLUSTERS: readonly {
  environment: Environment;
  region: Region;
  description: string;
}[] = [
  {
    environment: 'dev',
    region: 'us-east-1',
    description: 'Where teams try things: small nodes, 80 to 90 percent spot.',
  },
  {
    environment: 'staging',
    region: 'us-east-1',
    description:
      'Where every merge is proved before it is promoted, primary region.',
  },
  {
    environment: 'staging',
    region: 'eu-west-1',
    description:
      'Where every merge is proved before it is promoted, secondary region.',
  },
  {
    environment: 'prod',
    region: 'us-east-1',
    description: 'Serves shoppers in America, and Europe when Ireland is lost.',
  },
  {
    environment: 'prod',
    region: 'eu-west-1',
    description:
      'Serves shoppers in Europe, and America when Virginia is lost.',
  },
  {
    environment: 'dr',
    region: 'eu-west-1',
    description:
      'Warm stand-by in an account of its own, used in drills and disasters.',
  },
];

function kubernetesCluster(row: (typeof CLUSTERS)[number]): ResourceRow {
  const { environment, region, description } = row;
  return {
    ...platform,
    name: `eks-${environment}-${region}`,
    title: `EKS ${environment} ${region}`,
    description,
    type: 'kubernetes-cluster',
    environment,
    region,
    dependsOn: ['container-registry', 'cluster-backups'],
    tags: ['eks', environment],
  };
}

function regionalClusters(row: (typeof REGIONS)[number]): ResourceRow[] {
  const { region, place } = row;
  const common = { ...platform, region, environment: 'prod' } as const;
  return [
    {
      ...common,
      name: `msk-${region}`,
      title: `MSK ${region}`,
      description: `Kafka, three brokers, replicated to the other region (${place}).`,
      type: 'kafka-cluster',
      tags: ['msk', 'kafka'],
    },
    {
      ...common,
      name: `elasticache-${region}`,
      title: `ElastiCache ${region}`,
      description: `Redis cluster for sessions, baskets and hot views (${place}).`,
      type: 'cache-cluster',
      tags: ['redis'],
    },
    {
      ...common,
      name: `opensearch-${region}`,
      title: `OpenSearch ${region}`,
      description: `Search indexes and audit logs (${place}).`,
      type: 'search-cluster',
      tags: ['opensearch'],
    },
  ];
}

/** Clusters, the edge, the registry and the last two bare-metal servers. */
export const INFRASTRUCTURE: readonly ResourceRow[] = [
  ...CLUSTERS.map(kubernetesCluster),
  ...REGIONS.flatMap(regionalClusters),
  {
    ...platform,
    name: 'aurora-global',
    title: 'Aurora Global',
    description:
      'PostgreSQL: a writer and two readers, and a secondary region to promote.',
    type: 'database-cluster',
    tags: ['aurora', 'postgresql'],
  },
  {
    ...platform,
    name: 'container-registry',
    title: 'Container registry',
    description: 'Signed images with their SBOM, in ECR.',
    type: 'container-registry',
    tags: ['ecr'],
  },
  {
    name: 'analytics-dataproc',
    title: 'Analytics Dataproc',
    description: 'Flink on Google Cloud, the only workload there.',
    type: 'dataproc-cluster',
    owner: 'data',
    system: 'analytics',
    environment: 'prod',
    tags: ['gcp', 'flink'],
  },
  {
    ...edge,
    name: 'cloudfront',
    title: 'CloudFront',
    description: 'CDN in front of everything public.',
    type: 'cdn',
    dependsOn: ['edge-waf', 'public-dns'],
    tags: ['cloudfront'],
  },
  {
    ...edge,
    name: 'edge-waf',
    title: 'Edge WAF',
    description: 'Refuses floods, bots and countries that are not served.',
    type: 'web-application-firewall',
    tags: ['waf', 'shield'],
  },
  {
    ...edge,
    name: 'public-dns',
    title: 'Public DNS',
    description: 'Route 53: the nearest healthy region answers.',
    type: 'dns-zone',
    tags: ['route53'],
  },
  {
    name: 'monolith-hosts',
    title: 'Monolith hosts',
    description: 'Two bare-metal servers that end with the monolith.',
    type: 'host',
    owner: 'storefront',
    system: 'edge',
    region: 'us-east-1',
    tags: ['bare-metal', 'legacy'],
  },
];
