import { complement, shareToPercent } from '../definitions';
import type { SloDefinition } from '../types';
import { compositeBurn } from './burnExpression';
import { selector, sloLabels } from './labels';
import { promDuration, SERIES } from './naming';
import { periodOf } from './period';
import type { Rule, RuleOptions } from './types';

/** Burn rates of a composite over each window. */
export function compositeRules(
  definition: SloDefinition,
  windows: readonly number[],
  options: RuleOptions,
): Rule[] {
  return definition.objectives.length === 1
    ? []
    : windows.map(seconds => ({
        record: `${SERIES.burn}${promDuration(seconds)}`,
        expr: compositeBurn(definition, seconds),
        labels: {
          ...sloLabels(definition, options),
          sloth_window: promDuration(seconds),
        },
      }));
}

function burnOver(definition: SloDefinition, window: string): string {
  const series = selector(definition);
  return definition.objectives.length === 1
    ? `max without (sloth_window) (${
        SERIES.errorRatio
      }${window}${series}) / ${complement(definition.objectives[0].target)}`
    : `max without (sloth_window) (${SERIES.burn}${window}${series})`;
}

/** The series about an SLO that Sloth also makes: objective, budget, burn, what is left, and an info series. */
export function metaRules(
  definition: SloDefinition,
  options: RuleOptions,
): Rule[] {
  const labels = sloLabels(definition, options);
  const period = periodOf(definition.window);
  const { objectives } = definition;
  const single = objectives.length === 1;
  const [{ target }] = objectives;
  const series = selector(definition);
  const rule = (record: string, expr: string): Rule => ({
    record,
    expr,
    labels,
  });
  return [
    ...(single
      ? [
          rule(SERIES.objective, `vector(${target})`),
          rule(SERIES.errorBudget, `vector(${complement(target)})`),
        ]
      : []),
    rule(SERIES.periodDays, `vector(${period.seconds / 86_400})`),
    rule(SERIES.currentBurn, burnOver(definition, '5m')),
    rule(SERIES.periodBurn, burnOver(definition, period.label)),
    rule(SERIES.periodRemaining, `1 - ${SERIES.periodBurn}${series}`),
    {
      record: SERIES.info,
      expr: 'vector(1)',
      labels: {
        ...labels,
        sloth_mode: 'arctiq-portal',
        sloth_objective: objectives
          .map(one => shareToPercent(one.target))
          .join(','),
        sloth_spec: definition.format,
      },
    },
  ];
}
