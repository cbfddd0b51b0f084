import { contains, overlap, parseCidr } from '../cidr.mjs';
import { resourcesOf } from '../plan.mjs';

const vpcTypes = ['aws_vpc', 'aws_vpc_ipv4_cidr_block_association'];

/** The networks that a root makes, and the foreign ones that it routes to. */
export function networksOf(root, plan) {
  const found = { vpcs: [], subnets: [], foreign: [], broken: [] };
  const add = (list, address, text) => {
    const network = parseCidr(text);
    if (network) {
      found[list].push({ ...network, root, address });
    } else {
      found.broken.push(`${address}: "${text}" is no IPv4 network`);
    }
  };
  for (const { type, address, values } of resourcesOf(plan)) {
    if (vpcTypes.includes(type)) {
      add('vpcs', address, values.cidr_block);
    } else if (type === 'aws_subnet') {
      add('subnets', address, values.cidr_block);
    } else if (type === 'aws_vpn_connection_route') {
      add('foreign', address, values.destination_cidr_block);
    }
  }
  return found;
}

function pairs(list) {
  return list.flatMap((a, index) => list.slice(index + 1).map(b => [a, b]));
}

const say = ({ root, address, text }) => `${text} of ${root} (${address})`;

function checkRoot({ vpcs, subnets, broken }) {
  const outside = subnets
    .filter(subnet => !vpcs.some(vpc => contains(vpc, subnet)))
    .map(subnet => `${say(subnet)} lies in no VPC of its root`);
  const double = pairs(subnets)
    .filter(([a, b]) => overlap(a, b))
    .map(([a, b]) => `${say(a)} overlaps ${say(b)}`);
  return [...broken, ...outside, ...double];
}

/**
 * No two networks of the company share an address: VPCs of all roots, what lies
 * behind the VPN, and the ranges that are promised to others or kept for later.
 */
export function checkCidrs(plans, { company }) {
  const found = new Map(
    [...plans].map(([root, { plan }]) => [root, networksOf(root, plan)]),
  );
  const reserved = Object.entries(company.reservedCidrs).map(
    ([name, text]) => ({
      ...parseCidr(text),
      root: 'company.json',
      address: name,
    }),
  );
  const vpcs = [...found.values()].flatMap(one => one.vpcs);
  const foreign = [...found.values()].flatMap(one => one.foreign);
  const clashes = [
    ...pairs([...vpcs, ...reserved]),
    ...vpcs.flatMap(vpc => foreign.map(other => [vpc, other])),
  ].filter(([a, b]) => overlap(a, b));
  return new Map(
    [...found].map(([root, networks]) => [
      root,
      [
        ...checkRoot(networks),
        ...clashes
          .filter(pair => pair.some(side => side.root === root))
          .map(([a, b]) => `${say(a)} overlaps ${say(b)}`),
      ],
    ]),
  );
}
