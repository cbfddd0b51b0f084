/**
 * Names that mean something else to a system that will carry the name, by the
 * reason that a person is told.
 */
const RESERVED: Record<string, readonly string[]> = {
  "is a word of GitHub's own addresses": [
    'about',
    'actions',
    'admin',
    'api',
    'apps',
    'issues',
    'login',
    'logout',
    'new',
    'organizations',
    'orgs',
    'pulls',
    'repos',
    'repositories',
    'settings',
    'teams',
    'users',
    'wiki',
  ],
  'is a word that Kubernetes or the cluster uses': [
    'cluster',
    'default',
    'ingress',
    'istio-system',
    'kube-node-lease',
    'kube-public',
    'kube-system',
    'kubernetes',
    'monitoring',
    'namespace',
    'node',
    'pod',
    'service',
  ],
  'is a word that the portal uses': [
    'all',
    'arctiq',
    'backstage',
    'catalog',
    'component',
    'create',
    'group',
    'location',
    'platform',
    'portal',
    'resource',
    'sandbox',
    'system',
    'template',
    'user',
  ],
  'is a word that operating systems use': [
    'aux',
    'com1',
    'com2',
    'com3',
    'com4',
    'con',
    'dev',
    'etc',
    'lib',
    'localhost',
    'lpt1',
    'lpt2',
    'lpt3',
    'nul',
    'prn',
    'proc',
    'root',
    'tmp',
    'usr',
    'var',
    'www',
  ],
  'is the name of a Node.js module, so npm cannot hold a package of that name':
    [
      'assert',
      'buffer',
      'console',
      'crypto',
      'dns',
      'domain',
      'events',
      'favicon',
      'http',
      'http2',
      'https',
      'module',
      'net',
      'node-modules',
      'path',
      'process',
      'stream',
      'test',
      'timers',
      'tls',
      'url',
      'util',
      'worker-threads',
      'zlib',
    ],
  'means something to JavaScript itself': [
    '__proto__',
    'arguments',
    'constructor',
    'eval',
    'false',
    'function',
    'hasownproperty',
    'nan',
    'null',
    'prototype',
    'tostring',
    'true',
    'undefined',
    'valueof',
  ],
};

const REASONS = new Map(
  Object.entries(RESERVED).flatMap(([reason, names]) =>
    names.map(name => [name, reason] as const),
  ),
);

/**
 * Why a name cannot be used although its form is right, or undefined.
 *
 * @param name - in any case; compared in lower case
 */
export function reservedReason(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (lower.startsWith('kube-')) {
    return 'starts with kube-, which Kubernetes keeps for itself';
  }
  return REASONS.get(lower);
}
