import { box, link, picture, table, text } from './svg.mjs';

/** In which layer of the picture a module is drawn; others are in the table only. */
const layers = [
  {
    title: 'What the public reaches',
    kind: 'edge',
    modules: ['edge', 'dns-failover', 'certificate', 'dns-zone'],
  },
  {
    title: 'Networks',
    kind: 'shared',
    modules: ['network', 'attachment', 'association', 'pci-segment'],
  },
  {
    title: 'Clusters',
    kind: 'prod',
    modules: ['eks', 'karpenter', 'pod-role', 'registry', 'portal'],
  },
  {
    title: 'Stores',
    kind: 'store',
    modules: [
      'aurora-global',
      'dynamodb-table',
      'redis',
      'msk',
      'replicator',
      'opensearch',
      'bucket',
    ],
  },
  {
    title: 'Operations',
    kind: 'plain',
    modules: [
      'observability',
      'secrets',
      'backup',
      'vault',
      'iam-baseline',
      'dr-drill',
    ],
  },
];

const shown = ['prod/us-east-1', 'prod/eu-west-1'];

const namesOf = (root, modules) => [
  ...new Set(
    root.calls.map(({ module }) => module).filter(one => modules.includes(one)),
  ),
];

/** Lines of a few names each, so that they stay inside their box. */
function wrap(names, perLine) {
  const lines = [];
  for (let from = 0; from < names.length; from += perLine) {
    lines.push(names.slice(from, from + perLine).join(', '));
  }
  return lines;
}

/** What joins the two regions, told only where the code has it. */
function joins(primary, secondary) {
  const has = (root, module) => root.calls.some(one => one.module === module);
  return {
    'What the public reaches':
      has(primary, 'dns-failover') && 'nearest healthy region',
    Networks: 'peering',
    Clusters: has(secondary, 'registry') && 'images',
    Stores:
      has(secondary, 'aurora-global') &&
      Object.keys(secondary.values.databases ?? {}).length > 0 &&
      `${
        Object.keys(secondary.values.databases).length
      } global databases, events, copies`,
    Operations: has(primary, 'backup') && 'backups, secrets',
  };
}

function pictureOf(roots) {
  const [primary, secondary] = shown.map(name =>
    roots.find(({ root }) => root === name),
  );
  const words = joins(primary, secondary);
  const width = 360;
  const gap = 220;
  const parts = layers.flatMap((layer, row) => {
    const y = 66 + row * 104;
    return [
      ...[primary, secondary].map((root, column) => {
        const names = namesOf(root, layer.modules);
        return box({
          x: 20 + column * (width + gap),
          y,
          width,
          height: 90,
          kind: layer.kind,
          title: layer.title,
          lines:
            names.length > 0
              ? wrap(names, 4)
              : ['in the other region, for both'],
        });
      }),
      ...(words[layer.title]
        ? [
            link([20 + width, y + 45], [20 + width + gap, y + 45], undefined, {
              dashed: true,
            }),
            text(20 + width + gap / 2, y + 36, words[layer.title], {
              size: 11,
              quiet: true,
              middle: true,
            }),
          ]
        : []),
    ];
  });
  return picture({
    width: 2 * width + gap + 40,
    height: 66 + layers.length * 104 + 10,
    title: 'Production in two regions',
    description: layers
      .map(
        ({ title, modules }) =>
          `${title}: ${namesOf(primary, modules).join(', ')}`,
      )
      .join('. '),
    parts: [
      ...shown.map((name, column) =>
        text(
          20 + column * (width + gap),
          40,
          `${name}${column === 0 ? ', primary' : ', secondary'}`,
          {
            size: 15,
            bold: true,
          },
        ),
      ),
      ...parts,
    ],
  });
}

/** The page and the picture of what runs where. */
export function architectureMap({ roots }) {
  const key = ({ source }) =>
    source.replace(/^(\.\.\/)+/, '').replace(/^modules\//, '');
  const modules = [
    ...new Set(roots.flatMap(({ calls }) => calls.map(key))),
  ].sort();
  const rows = modules.map(module => [
    `\`${module}\``,
    ...roots.map(({ calls }) => {
      const count = calls.filter(call => key(call) === module).length;
      return count > 0 ? '•'.repeat(count) : '';
    }),
  ]);
  return {
    'architecture.svg': pictureOf(roots),
    'architecture.md': `# Architecture

![Production in two regions](architecture.svg)

Both regions of production serve shoppers. What has one writer, the databases, writes in us-east-1 and is promoted in eu-west-1 when the primary is lost; what has many, DynamoDB and Kafka, is written in both. Traffic moves by DNS and by switches that a person or a drill turns. This page is made from the code by \`node scripts/infra/maps/maps.mjs\`.

See also [accounts](accounts.md), [networks](network.md) and [what it costs](cost.md). Why the parts are cut as they are: [ADR 0010](../adr/0010-roots-read-the-states-of-others.md).

## Which root calls which module

A dot for each call; a call may make many of a kind (databases, buckets, roles).

${table(['module', ...roots.map(({ root }) => root)], rows)}
`,
  };
}
