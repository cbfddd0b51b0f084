import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { run, tail } from '../../lib/run.mjs';
import { platformFolder, readDocuments } from './files.mjs';

/** What company rules say of each environment, whatever the module says. */
const rules = {
  dev: { size: 'small', spot: [80, 90], consolidateAfter: '30s' },
  staging: { size: 'medium', spot: [70, 85], consolidateAfter: '60s' },
  prod: { size: 'large', spot: [60, 70], consolidateAfter: '300s' },
  dr: { size: 'medium', spot: [50, 50], consolidateAfter: '600s' },
};

/** Profiles in the words of the Terraform module, for a comparison. */
function asModule(profile) {
  return {
    size: profile.size,
    spot_percent: profile.spotPercent,
    consolidate_after: profile.consolidateAfter,
    instance_sizes: profile.instanceSizes,
    architectures: profile.architectures,
    cpu_limit: profile.cpuLimit,
    memory_limit_gib: profile.memoryLimitGib,
  };
}

/** The default of the variable `profiles` of module karpenter. */
export async function readModuleProfiles(hcl2json) {
  const { code, output } = await run(
    hcl2json,
    [inRoot('infra/modules/karpenter/variables.tf')],
    {
      quiet: true,
    },
  );
  if (code !== 0) {
    throw new Error(tail(output, 5));
  }
  return JSON.parse(output).variable.profiles[0].default;
}

/** The profiles of the node pools by environment. */
export function readPoolProfiles(folder = platformFolder) {
  return Object.fromEntries(
    Object.keys(rules).map(environment => [
      environment,
      readDocuments(
        path.join(
          folder,
          `applications/karpenter/node-pools/values-${environment}.yaml`,
        ),
      )[0].profile,
    ]),
  );
}

/** Where node pools and module differ, or leave the company's rules. */
export function profileProblems(pools, modules) {
  const problems = [];
  for (const [environment, rule] of Object.entries(rules)) {
    const own = asModule(pools[environment]);
    const theirs = modules[environment];
    for (const [key, value] of Object.entries(own)) {
      if (JSON.stringify(value) !== JSON.stringify(theirs?.[key])) {
        problems.push(
          `${environment}: ${key} is ${JSON.stringify(
            value,
          )} here and ${JSON.stringify(theirs?.[key])} in module karpenter`,
        );
      }
    }
    const [least, most] = rule.spot;
    if (own.spot_percent < least || own.spot_percent > most) {
      problems.push(
        `${environment}: ${own.spot_percent} % spot is outside of ${least} to ${most} %`,
      );
    }
    if (
      own.size !== rule.size ||
      own.consolidate_after !== rule.consolidateAfter
    ) {
      problems.push(
        `${environment}: ${rule.size} nodes, consolidated after ${rule.consolidateAfter}`,
      );
    }
  }
  return problems;
}

const gibibytes = text => Number(text.replace('Gi', ''));

/** Whether the rendered pools add up to the limit and split it by the spot share. */
export function poolProblems(objects, profile, environment) {
  const pools = objects.filter(({ kind }) => kind === 'NodePool');
  const of = name => pools.find(({ metadata }) => metadata.name === name);
  const [spot, onDemand] = [of('spot'), of('on-demand')];
  if (!spot || !onDemand || pools.length !== 2) {
    return [`${environment}: the pools are spot and on-demand`];
  }
  const problems = [];
  const cpu = pools.map(({ spec }) => Number(spec.limits.cpu));
  const memory = pools.map(({ spec }) => gibibytes(spec.limits.memory));
  const sum = list => list.reduce((a, b) => a + b, 0);
  if (sum(cpu) !== profile.cpuLimit || sum(memory) !== profile.memoryLimitGib) {
    problems.push(
      `${environment}: the pools add up to ${sum(cpu)} vCPU and ${sum(
        memory,
      )} GiB`,
    );
  }
  const share = (100 * Number(spot.spec.limits.cpu)) / profile.cpuLimit;
  if (Math.abs(share - profile.spotPercent) > 0.5) {
    problems.push(
      `${environment}: spot may take ${share} %, the profile says ${profile.spotPercent} %`,
    );
  }
  if (!(spot.spec.weight > onDemand.spec.weight)) {
    problems.push(`${environment}: spot has to come first`);
  }
  for (const { metadata, spec } of pools) {
    if (spec.disruption.consolidateAfter !== profile.consolidateAfter) {
      problems.push(
        `${environment}, ${metadata.name}: consolidateAfter is not the profile's`,
      );
    }
    const requirement = key =>
      spec.template.spec.requirements.find(one => one.key === key)?.values;
    if (
      String(requirement('kubernetes.io/arch')) !==
      String(profile.architectures)
    ) {
      problems.push(
        `${environment}, ${metadata.name}: architectures are not the profile's`,
      );
    }
    if (
      String(requirement('karpenter.k8s.aws/instance-size')) !==
      String(profile.instanceSizes)
    ) {
      problems.push(
        `${environment}, ${metadata.name}: instance sizes are not the profile's`,
      );
    }
  }
  return problems;
}
