import type { Indicator, SloObjective } from '../../types';
import { readTarget } from '../target';
import { itemsOf, type Located } from '../yaml/Located';
import { readIndicator, type IndicatorContext } from './indicator';
import type { Objective, SliSpec, SloSpec } from './schema';
import { readTimeSlices } from './timeSlices';

type DraftObjective = Omit<SloObjective, 'key'>;

/** The indicator of an SLO or of one of its objectives, wherever it is written. */
function findSli(
  owner: Located<Pick<SloSpec, 'indicator' | 'indicatorRef'>>,
  { registry }: IndicatorContext,
): Located<SliSpec> | undefined {
  const inline = owner.optional('indicator');
  const reference = owner.optional('indicatorRef');
  if (inline && reference) {
    return reference.error(
      'stands beside indicator: write the indicator inline or refer to it, not both',
    );
  }
  if (reference) {
    return registry.resolve('SLI', reference)?.at('spec');
  }
  return inline?.at('spec');
}

function readObjectiveTarget(
  objective: Located<Objective>,
): string | undefined {
  const share = objective.optional('target');
  const percent = objective.optional('targetPercent');
  if (share && percent) {
    return percent.error('stands beside target: keep one of them');
  }
  if (percent) {
    return readTarget(percent, 'percent');
  }
  return share
    ? readTarget(share, 'share')
    : objective
        .at('target')
        .error('is missing: write target (0.999) or targetPercent (99.9)');
}

function readWeight(objective: Located<Objective>): number | undefined {
  const weight = objective.optional('compositeWeight');
  if (weight && !(weight.value > 0 && weight.value <= 1_000_000)) {
    return weight.error('must be above 0: an objective without weight is none');
  }
  return weight?.value ?? 1;
}

function readObjective(
  objective: Located<Objective>,
  spec: Located<SloSpec>,
  shared: Located<SliSpec> | undefined,
  context: IndicatorContext,
): DraftObjective | undefined {
  const target = readObjectiveTarget(objective);
  const slices = readTimeSlices(objective, spec.value.budgetingMethod);
  const weight = readWeight(objective);
  const sli = shared ?? findSli(objective, context);
  const indicator: Indicator | undefined =
    sli && readIndicator(sli, objective, context);
  if (sli && !indicator && sli.scope !== spec.scope) {
    spec.error(
      `The SLI that it uses (line ${sli.line}) is not valid: mend that first`,
    );
  }
  if (!target || !slices || weight === undefined || !indicator) {
    return undefined;
  }
  const { displayName } = objective.value;
  return {
    ...(displayName && { displayName }),
    target,
    indicator,
    ...slices,
    weight,
  };
}

/**
 * Reads all objectives. More than one make a composite: each with an indicator
 * of its own, or all with limits of their own on one threshold metric.
 */
export function readObjectives(
  spec: Located<SloSpec>,
  context: IndicatorContext,
): DraftObjective[] | undefined {
  const list = itemsOf(spec.at('objectives'));
  const own = list.filter(({ value }) => value.indicator || value.indicatorRef);
  const { indicator, indicatorRef } = spec.value;
  if (indicator || indicatorRef) {
    if (own.length > 0) {
      return own[0].error(
        'has an indicator of its own although the SLO has one: in a composite each objective has its own and the SLO has none',
      );
    }
    const shared = findSli(spec, context);
    if (!shared) {
      return undefined;
    }
    if (list.length > 1 && !shared.value.thresholdMetric) {
      return list[1].error(
        'is a second target on the same ratio, whose bad events would be counted twice: write an SLO of its own for it',
      );
    }
    return complete(
      list.map(objective => readObjective(objective, spec, shared, context)),
    );
  }
  const without = list.find(
    objective => !own.some(one => one.value === objective.value),
  );
  if (without) {
    return own.length === 0
      ? spec
          .at('indicator')
          .error(
            'is missing: write indicator, or indicatorRef with the name of an SLI',
          )
      : without
          .at('indicator')
          .error('is missing: in a composite each objective has an indicator');
  }
  // A composite counts what several services do: none of them is foreign.
  const all = list.length > 1 ? { ...context, names: [] } : context;
  return complete(
    list.map(objective => readObjective(objective, spec, undefined, all)),
  );
}

/** All of them, or nothing when one could not be read. */
function complete<T>(list: (T | undefined)[]): T[] | undefined {
  const present = list.flatMap(item => item ?? []);
  return present.length === list.length ? present : undefined;
}
