import { resourcesOf, stringsOf, variableOf } from '../plan.mjs';

const region =
  /^((?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[a-z]?)?-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\d)[a-z]?$/;

/** The region that a text names: a region, a zone of it, or an ARN in it. */
export function regionOf(text) {
  const [, named] = region.exec(text) ?? [];
  if (named) {
    return named;
  }
  const [prefix, , , inArn] = text.split(':');
  return prefix === 'arn' ? region.exec(inArn ?? '')?.[1] : undefined;
}

/** A root works in its own region, and names none that is not allowed. */
export function checkRegions(root, plan, { company }) {
  const own = root.split('/')[1];
  const problems = [];
  if (variableOf(plan, 'region') !== own) {
    problems.push(
      `variable region is ${variableOf(
        plan,
        'region',
      )}, the folder says ${own}`,
    );
  }
  for (const { address, values } of resourcesOf(plan)) {
    for (const [at, text] of stringsOf(values)) {
      const named = regionOf(text);
      if (named && !company.regions.includes(named)) {
        problems.push(
          `${address} names ${named} in ${at}, which is not allowed`,
        );
      }
    }
  }
  return problems;
}
