import type { ResourceRow } from './row';

const s3 = { type: 'object-storage', tags: ['s3'] } as {
  type: 'object-storage';
  tags: string[];
};

/** Object storage. */
export const BUCKETS: readonly ResourceRow[] = [
  {
    ...s3,
    name: 'event-archive',
    title: 'Event archive',
    description: 'Every event as Parquet, partitioned by topic and day.',
    owner: 'data',
    system: 'analytics',
    tags: ['s3', 'parquet'],
  },
  {
    ...s3,
    name: 'analytics-checkpoints',
    title: 'Analytics checkpoints',
    description:
      'Checkpoints and savepoints of the stream job, in Google Cloud Storage.',
    owner: 'data',
    system: 'analytics',
    tags: ['gcs'],
  },
  {
    ...s3,
    name: 'product-media',
    title: 'Product media',
    description: 'Pictures of products in their original size.',
    owner: 'catalogue',
    system: 'catalogue',
  },
  {
    ...s3,
    name: 'return-labels',
    title: 'Return labels',
    description: 'Printable labels, deleted after 60 days.',
    owner: 'orders',
    system: 'returns',
  },
  {
    ...s3,
    name: 'psp-statements',
    title: 'PSP statements',
    description:
      'Settlement files of the payment providers, in the PCI segment.',
    owner: 'payments',
    system: 'payments',
    tags: ['s3', 'pci'],
  },
  {
    ...s3,
    name: 'message-templates',
    title: 'Message templates',
    description: 'Texts of mails, messages and pushes, versioned.',
    owner: 'customer',
    system: 'notifications',
  },
  {
    ...s3,
    name: 'privacy-exports',
    title: 'Privacy exports',
    description: 'Data that people asked for, deleted after 14 days.',
    owner: 'identity',
    system: 'identity',
    tags: ['s3', 'personal-data'],
  },
  {
    ...s3,
    name: 'web-assets',
    title: 'Web assets',
    description:
      'Built web applications, one prefix per release, served by the CDN.',
    owner: 'storefront',
    system: 'edge',
  },
  {
    ...s3,
    name: 'terraform-state',
    title: 'Terraform state',
    description: 'Remote state of all infrastructure, locked while it changes.',
    owner: 'platform',
    system: 'platform',
  },
  {
    ...s3,
    name: 'cluster-backups',
    title: 'Cluster backups',
    description:
      'Velero backups of every cluster, replicated to the other region.',
    owner: 'platform',
    system: 'platform',
  },
  {
    ...s3,
    name: 'telemetry-archive',
    title: 'Telemetry archive',
    description: 'Metrics, logs and traces beyond what the clusters keep.',
    owner: 'platform',
    system: 'platform',
  },
  {
    ...s3,
    name: 'techdocs-site',
    title: 'TechDocs site',
    description: 'Built documentation of every component.',
    owner: 'platform',
    system: 'platform',
  },
];
