import type { SloDefinition } from '../types';
import { alertTexts, plainTexts } from './alertTexts';
import { memberLabels, selector, sloLabels } from './labels';
import { SERIES } from './naming';
import type { Rule, RuleOptions } from './types';

/** Scrapes and deploys may leave short gaps. */
const PATIENCE = '15m';

/**
 * Fires when a series of the indicator is gone. No traffic is no reason: then
 * the total is there and 0. One alert per member, as each counts its own.
 */
export function noDataRules(
  definition: SloDefinition,
  options: RuleOptions,
): Rule[] {
  if (definition.alertSettings?.absent === false) {
    return [];
  }
  return definition.objectives.map(objective => {
    const series =
      objective.indicator.kind === 'ratio' ? SERIES.total : SERIES.badSample;
    return {
      alert: 'SloNoData',
      expr: `absent(${series}${selector(definition, objective)})`,
      for: PATIENCE,
      labels: plainTexts({
        ...sloLabels(definition, options),
        ...memberLabels(definition, objective),
        severity: 'ticket',
        sloth_severity: 'ticket',
      }),
      annotations: alertTexts(
        definition,
        options,
        'is not measured',
        `Its queries gave no series for ${PATIENCE}, so nobody knows whether it is kept and no burn alert can fire. Look whether the service runs and is scraped, and whether a metric or label was renamed.`,
      ),
    };
  });
}
