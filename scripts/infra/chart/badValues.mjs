/**
 * Values that the chart must refuse: a name, top-level keys that replace those
 * of the smallest production install, and what the message must name.
 */
const digest = `sha256:${'a'.repeat(64)}`;
const repository = 'ghcr.io/arctiq-commerce/portal';
const database = {
  host: 'db.example.com',
  port: 5432,
  poolMax: 5,
};
const quantity = { cpu: '1', memory: '2Gi', 'ephemeral-storage': '1Gi' };
const external = [{ name: 'proxy', cidrs: ['10.48.0.0/22'], ports: [443] }];

export const badValues = [
  [
    'an image without a digest',
    { image: { repository, digest: null } },
    'digest',
  ],
  ['an image by tag', { image: { repository, digest, tag: 'latest' } }, 'tag'],
  [
    'a tag as digest',
    { image: { repository, digest: 'latest' } },
    '/image/digest',
  ],
  [
    'a digest that is too short',
    { image: { repository, digest: 'sha256:abc' } },
    '/image/digest',
  ],
  [
    'a tag in the repository',
    { image: { repository: `${repository}:1 `, digest } },
    '/image/repository',
  ],
  ['an unknown key', { nonsense: 1 }, 'nonsense'],
  [
    'an unknown key deep down',
    { ingress: { enabled: true, tls: false } },
    'tls',
  ],
  ['a host with a scheme', { host: 'https://portal.example.com' }, '/host'],
  ['a host that is none', { host: 'portal' }, '/host'],
  ['two replicas', { replicaCount: 2 }, '/replicaCount'],
  [
    'an autoscaler that goes down to one',
    { autoscaling: { enabled: true, minReplicas: 1, maxReplicas: 9 } },
    '/autoscaling/minReplicas',
  ],
  [
    'an autoscaler upside down',
    {
      autoscaling: {
        enabled: true,
        minReplicas: 6,
        maxReplicas: 4,
        targetCpuPercent: 70,
        targetMemoryPercent: 80,
      },
    },
    'maxReplicas must not be below',
  ],
  ['replicas as text', { replicaCount: '3' }, '/replicaCount'],
  [
    'no memory limit',
    {
      resources: {
        requests: quantity,
        limits: { memory: null, 'ephemeral-storage': '1Gi' },
      },
    },
    '/resources/limits',
  ],
  [
    'a quantity that is none',
    {
      resources: {
        requests: { ...quantity, memory: 'much' },
        limits: quantity,
      },
    },
    '/resources/requests/memory',
  ],
  [
    'a heap as large as the memory',
    { heapMegabytes: 2048 },
    'heapMegabytes must be at most',
  ],
  [
    'too little time to stop',
    {
      shutdown: { preStopSeconds: 5, delaySeconds: 15, gracePeriodSeconds: 60 },
    },
    'gracePeriodSeconds must be at least',
  ],
  [
    'no delay',
    {
      shutdown: { preStopSeconds: 5, delaySeconds: 0, gracePeriodSeconds: 90 },
    },
    '/shutdown/delaySeconds',
  ],
  [
    'a priority above the system',
    { priorityClass: { create: true, name: '', value: 2000000000 } },
    '/priorityClass/value',
  ],
  [
    'a database by address without a name',
    { database: { ...database, host: 'localhost' } },
    '/database/host',
  ],
  [
    'a password in the values',
    { database: { ...database, password: 'x' } },
    'password',
  ],
  [
    'a port out of range',
    { database: { ...database, port: 70000 } },
    '/database/port',
  ],
  [
    'plain HTTP to GitHub',
    {
      github: {
        organization: 'x',
        url: 'http://github.com',
        host: 'github.com',
        apiUrl: 'https://api.github.com',
      },
    },
    '/github/url',
  ],
  [
    'a token in an address',
    { prometheus: { url: 'https://me:secret@prometheus.example.com' } },
    '/prometheus/url',
  ],
  [
    'a region that the company does not use',
    { techdocs: { bucket: 'docs', region: 'us-west-2' } },
    '/techdocs/region',
  ],
  [
    'an unknown environment',
    {
      ownership: {
        team: 'platform',
        tier: '3',
        environment: 'production',
        costCentre: 'cc-1000',
      },
    },
    '/ownership/environment',
  ],
  [
    'a tier as a number',
    {
      ownership: {
        team: 'platform',
        tier: 3,
        environment: 'prod',
        costCentre: 'cc-1000',
      },
    },
    '/ownership/tier',
  ],
  [
    'a cost centre by name',
    {
      ownership: {
        team: 'platform',
        tier: '3',
        environment: 'prod',
        costCentre: 'platform',
      },
    },
    '/ownership/costCentre',
  ],
  [
    'an owner in capitals',
    {
      ownership: {
        team: 'Platform Team',
        tier: '3',
        environment: 'prod',
        costCentre: 'cc-1000',
      },
    },
    '/ownership/team',
  ],
  [
    'a secret that is left out',
    { externalSecrets: { keys: { PAGERDUTY_TOKEN: null } } },
    'PAGERDUTY_TOKEN',
  ],
  [
    'a secret nobody reads',
    { externalSecrets: { keys: { OTHER: { key: 'a', property: 'b' } } } },
    'OTHER',
  ],
  [
    'a secret in plain text',
    { externalSecrets: { keys: { PAGERDUTY_TOKEN: 'abc' } } },
    'PAGERDUTY_TOKEN',
  ],
  [
    'a secret as a plain variable',
    { env: { PAGERDUTY_TOKEN: 'abc' } },
    'PAGERDUTY_TOKEN',
  ],
  ['a variable in lower case', { env: { 'log-level': 'debug' } }, 'log-level'],
  [
    'the whole internet',
    { networkPolicy: { database: ['0.0.0.0/0'] } },
    '/networkPolicy/database',
  ],
  [
    'half of the internet',
    {
      networkPolicy: { external: [{ ...external[0], cidrs: ['128.0.0.0/1'] }] },
    },
    '/networkPolicy/external',
  ],
  [
    'a network that is none',
    { networkPolicy: { database: ['10.300.0.0/16'] } },
    '/networkPolicy/database',
  ],
  [
    'all ports',
    { networkPolicy: { external: [{ ...external[0], ports: [] }] } },
    '/networkPolicy/external',
  ],
  [
    'nobody outside, and no mesh',
    { networkPolicy: { external: [] } },
    '/networkPolicy/external',
  ],
  [
    'names without networks',
    {
      networkPolicy: { enabled: false, database: ['10.48.128.0/20'] },
      egressByName: { enabled: true, hosts: ['github.com'] },
    },
    'egressByName.enabled needs',
  ],
  [
    'a wildcard host',
    { egressByName: { enabled: true, hosts: ['*'] } },
    '/egressByName/hosts',
  ],
  [
    'a migration that is given a minute',
    { migration: { timeoutSeconds: 60 } },
    '/migration/timeoutSeconds',
  ],
  [
    'runbooks by plain HTTP',
    {
      metrics: { rules: { enabled: true, runbookUrl: 'http://x.example.com' } },
    },
    '/metrics/rules/runbookUrl',
  ],
  [
    'another database by configuration',
    { config: { backend: { database: { client: 'better-sqlite3' } } } },
    '/config/backend/database',
  ],
  [
    'permissions switched off',
    { config: { permission: { enabled: false } } },
    '/config/permission/enabled',
  ],
  [
    'a sign-in without a password',
    { config: { auth: { providers: { guest: {} } } } },
    '/config/auth/providers',
  ],
];
