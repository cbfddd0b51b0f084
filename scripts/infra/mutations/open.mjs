import { argumentsIn, ownFiles, placeOf, withValue } from './text.mjs';
import { scan } from '../rules/blocks.mjs';

const firewalls =
  /^google_compute_firewall$|^aws_(vpc_security_group_ingress_rule|vpc_security_group_egress_rule|security_group_rule|security_group|network_acl|network_acl_rule|default_security_group|default_network_acl|ec2_managed_prefix_list)$/;
const peer =
  /\b(cidr_ipv4|cidr_ipv6|cidr_blocks?|ipv6_cidr_blocks?|referenced_security_group_id|source_security_group_id|prefix_list_id|cidr|source_ranges|destination_ranges)$/;

/** What a rule of a firewall says instead once it is open to all. */
function opened(name) {
  if (/(cidr_blocks|_ranges)$/.test(name)) {
    return [name, '["0.0.0.0/0"]'];
  }
  return /^cidr/.test(name)
    ? [name, '"0.0.0.0/0"']
    : ['cidr_ipv4', '"0.0.0.0/0"'];
}

/** The file with one rule opened; a second peer of the same rule goes. */
function openedText(argument, all, [name, value]) {
  const lines = withValue({ ...argument, end: argument.start }, value).split(
    '\n',
  );
  lines[argument.start] = lines[argument.start].replace(argument.name, name);
  const sameBlock = other =>
    other.file === argument.file &&
    other.start !== argument.start &&
    other.name === name &&
    other.path.flat().join() === argument.path.flat().join();
  const gone = new Set(
    [
      { ...argument, start: argument.start + 1 },
      ...all.filter(sameBlock),
    ].flatMap(({ start, end }) =>
      Array.from({ length: end - start + 1 }, (_, at) => start + at),
    ),
  );
  return lines.filter((_, at) => !gone.has(at)).join('\n');
}

/** Rules that stand as arguments of a resource. */
function* rulesOpened(files) {
  const all = [...argumentsIn(files)];
  for (const argument of all) {
    const [[kind, type] = []] = argument.path;
    const isRule =
      kind === 'resource' && firewalls.test(type) && peer.test(argument.name);
    if (isRule && !/"0\.0\.0\.0\/0"/.test(argument.value)) {
      const instead = opened(argument.name);
      yield {
        file: argument.file,
        text: openedText(argument, all, instead),
        what: `${placeOf(argument)} set to ${instead[1]}`,
      };
    }
  }
}

/** Networks in lists of rules that stand in `locals`. */
function* listsOpened(files) {
  const network =
    /\b(cidr_block|cidr_ipv4|cidr)(\s*=\s*)([^,}\n"]+|"(?!0\.0\.0\.0)[^"\n]*")(?=\s*[,}\n])/g;
  for (const [file, text] of ownFiles(files)) {
    const { lines, blocks } = scan(text);
    for (const { path, start, end } of blocks) {
      if (path.length === 1 && path[0][0] === 'locals') {
        for (let at = start; at <= end; at += 1) {
          for (const match of lines[at].matchAll(network)) {
            const [found, name, between] = match;
            const line = lines[at].replace(
              found,
              `${name}${between}"0.0.0.0/0"`,
            );
            yield {
              file,
              text: [...lines.slice(0, at), line, ...lines.slice(at + 1)].join(
                '\n',
              ),
              what: `${file}:${at + 1} ${name} in locals set to "0.0.0.0/0"`,
            };
          }
        }
      }
    }
  }
}

const flags = {
  publicly_accessible: 'true',
  endpoint_public_access: 'true',
  block_public_acls: 'false',
  block_public_policy: 'false',
  ignore_public_acls: 'false',
  restrict_public_buckets: 'false',
  public_access_prevention: '"inherited"',
  uniform_bucket_level_access: 'false',
};

/** What keeps a store or a control plane out of the reach of the internet. */
function* flagsFlipped(files) {
  for (const argument of argumentsIn(files)) {
    const value = flags[argument.name];
    if (value && argument.path[0]?.[0] === 'resource') {
      yield {
        file: argument.file,
        text: withValue(argument, value),
        what: `${placeOf(argument)} set to ${value}`,
      };
    }
  }
}

/** Opens one thing at a time to the whole internet. */
export function* openMutants({ files }) {
  yield* rulesOpened(files);
  yield* listsOpened(files);
  yield* flagsFlipped(files);
}
