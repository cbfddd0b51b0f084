import { selects } from './availability.mjs';
import { podsOf } from './pods.mjs';

const privateNetworks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const metadataService = '169.254.0.0/16';

function checkPeer(peer, where) {
  const { ipBlock, namespaceSelector, podSelector } = peer;
  if (ipBlock) {
    const size = Number(ipBlock.cidr.split('/')[1]);
    const except = ipBlock.except ?? [];
    const open = size < 8;
    const guarded = [...privateNetworks, metadataService].every(network =>
      except.includes(network),
    );
    return open && !guarded
      ? [`${where} is open to ${ipBlock.cidr} with private networks in it`]
      : [];
  }
  const named =
    Object.keys(namespaceSelector?.matchLabels ?? {}).length > 0 &&
    Object.keys(podSelector?.matchLabels ?? {}).length > 0;
  return named ? [] : [`${where} names no namespace or no pods`];
}

function checkRules(policy, direction, peers) {
  const where = `${direction} of NetworkPolicy ${policy.metadata.name}`;
  const problems = [];
  for (const rule of policy.spec[direction] ?? []) {
    if (!rule[peers]?.length) {
      problems.push(`${where} has a rule for everybody`);
    }
    if (!rule.ports?.length || rule.ports.some(({ port }) => !port)) {
      problems.push(`${where} has a rule for all ports`);
    }
    problems.push(
      ...(rule[peers] ?? []).flatMap(peer => checkPeer(peer, where)),
    );
  }
  return problems;
}

/** Networks that the pods may reach or be reached from without need. */
export function checkNetwork(objects) {
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy');
  const problems = [];
  for (const { name, labels } of podsOf(objects)) {
    const own = policies.filter(({ spec }) =>
      selects(spec.podSelector, labels),
    );
    const closed = own.some(
      ({ spec }) => [...spec.policyTypes].sort().join() === 'Egress,Ingress',
    );
    if (!closed) {
      problems.push(`no NetworkPolicy closes the pods of ${name}`);
    }
  }
  for (const policy of policies) {
    if (Object.keys(policy.spec.podSelector?.matchLabels ?? {}).length === 0) {
      problems.push(`NetworkPolicy ${policy.metadata.name} selects all pods`);
    }
    problems.push(
      ...checkRules(policy, 'ingress', 'from'),
      ...checkRules(policy, 'egress', 'to'),
    );
  }
  const ingress = objects.find(({ kind }) => kind === 'Ingress');
  const secured = new Set((ingress?.spec.tls ?? []).flatMap(tls => tls.hosts));
  for (const { host } of ingress?.spec.rules ?? []) {
    if (!secured.has(host)) {
      problems.push(`the Ingress serves ${host} without TLS`);
    }
  }
  return problems;
}
