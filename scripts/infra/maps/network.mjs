import { box, link, picture, table, text } from './svg.mjs';

const segments = ['prod', 'nonprod', 'shared'];

function networksOf({ company, roots }) {
  const segmentOf = new Map(
    roots.flatMap(({ values }) => Object.entries(values.attached_roots ?? {})),
  );
  return roots
    .filter(({ root }) => company.addressPlan[root])
    .map(({ root, account, region, values, calls }) => ({
      root,
      account,
      region,
      cidr: company.addressPlan[root],
      segment: segmentOf.get(root) ?? 'shared',
      isAttached:
        segmentOf.has(root) ||
        calls.some(({ call }) => call === 'own_attachment'),
      nat: values.nat_gateways ?? 'none',
      endpoints: (values.interface_endpoints ?? []).length,
      hasPci: calls.some(({ module }) => module === 'pci-segment'),
      hasVpn: calls.some(({ module }) => module === 'vpn'),
    }));
}

const behindVpn = company =>
  Object.entries(company.reservedCidrs).find(([name]) => /VPN/.test(name));

function pictureOf({ company, networks, regions }) {
  const width = 300;
  const columns = regions.map((region, index) => ({
    region,
    x: 240 + index * (width + 150),
    own: networks.filter(one => one.region === region),
  }));
  const most = Math.max(...columns.map(({ own }) => own.length));
  const gateway = 60 + most * 92;
  const parts = columns.flatMap(({ region, x, own }) => [
    text(x, 36, region, { size: 15, bold: true }),
    ...own.flatMap((network, row) => [
      link([x - 22, 84 + row * 92], [x, 84 + row * 92]),
      box({
        x,
        y: 50 + row * 92,
        width,
        height: 80,
        kind: network.segment,
        title: `${network.account}: ${network.cidr}`,
        lines: [
          `segment ${network.segment}${
            network.hasPci ? ', with the payments segment' : ''
          }`,
          `NAT ${network.nat}, ${network.endpoints} private endpoints`,
        ],
      }),
    ]),
    link([x - 22, 84], [x - 22, gateway + 12]),
    link([x - 22, gateway + 12], [x + 40, gateway + 12]),
    box({
      x,
      y: gateway,
      width,
      height: 62,
      kind: 'shared',
      title: 'transit gateway',
      lines: [`tables ${segments.join(', ')}`],
    }),
  ]);
  const [left, right] = columns;
  const vpn = columns.find(({ own }) => own.some(({ hasVpn }) => hasVpn));
  const [, onSite] = behindVpn(company);
  return picture({
    width: 240 + regions.length * (width + 150) - 120,
    height: gateway + 90,
    title: 'Networks and how they are joined',
    description: networks
      .map(({ root, cidr, segment }) => `${root} ${cidr} in segment ${segment}`)
      .join('; '),
    parts: [
      ...(right
        ? [
            link(
              [left.x + width, gateway + 40],
              [right.x, gateway + 40],
              'peering',
            ),
          ]
        : []),
      ...(vpn
        ? [
            link([150, gateway + 40], [vpn.x, gateway + 40], 'VPN'),
            box({
              x: 16,
              y: gateway,
              width: 134,
              height: 62,
              title: 'data centre',
              lines: [onSite],
            }),
          ]
        : []),
      ...parts,
    ],
  });
}

/** The page and the picture of networks. */
export function networkMap(live) {
  const { company } = live;
  const networks = networksOf(live);
  const regions = [...new Set(networks.map(({ region }) => region))];
  const rows = networks.map(one => [
    `\`${one.root}\``,
    `\`${one.cidr}\``,
    one.isAttached ? one.segment : 'not attached',
    one.nat,
    String(one.endpoints),
    one.hasPci ? 'yes' : '',
  ]);
  return {
    'network.svg': pictureOf({ company, networks, regions }),
    'network.md': `# Networks

![Networks and how they are joined](network.svg)

Every VPC is a /16 with the same plan inside (see the README of module \`network\`). A VPC is joined to the others by the transit gateway of its region alone, and the segment that the network account gives it decides what it reaches: prod and nonprod reach shared, never each other. This page is made from the code by \`node scripts/infra/maps/maps.mjs\`.

${table(
  [
    'root',
    'addresses',
    'segment',
    'NAT gateways',
    'private endpoints',
    'payments segment',
  ],
  rows,
)}

Ranges that no VPC may take:

${table(
  ['range', 'what it is'],
  Object.entries(company.reservedCidrs).map(([name, cidr]) => [
    `\`${cidr}\``,
    name,
  ]),
)}

An overlap is refused three times: by module \`network\` in the plan of a root, by module \`transit-gateway\` when two attachments announce the same, and by a test over the plans of all roots.
`,
  };
}
