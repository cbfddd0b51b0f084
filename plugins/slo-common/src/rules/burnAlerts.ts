import { formatShorthand, minutesOf } from '../definitions';
import type { BurnAlert, SloDefinition, StandardAlert } from '../types';
import { alertTexts, plainTexts, targetText } from './alertTexts';
import { burnCondition } from './burnExpression';
import { burnTable, type BurnPair } from './burnTable';
import { selector, sloLabels } from './labels';
import { promDuration, SERIES } from './naming';
import { periodOf } from './period';
import { eventsPerValue } from './queries';
import type { Rule, RuleOptions } from './types';

const OPERATORS = { lte: '<=', gte: '>=', lt: '<', gt: '>' } as const;

/** Holds when enough happened in the window for a ratio to mean something. */
function enoughEvents(
  definition: SloDefinition,
  seconds: number,
  minimumEvents: number | undefined,
): string {
  const [{ indicator }] = definition.objectives;
  if (
    !minimumEvents ||
    definition.objectives.length > 1 ||
    indicator.kind !== 'ratio'
  ) {
    return '';
  }
  const window = promDuration(seconds);
  const events = `sum_over_time(${SERIES.total}${selector(
    definition,
  )}[${window}:5m]) * ${eventsPerValue(indicator)}`;
  return `\n  and on (slo_id)\n  (${events} >= ${minimumEvents})`;
}

function pairCondition(
  definition: SloDefinition,
  { long, short, factor }: BurnPair,
  { minimumEvents }: RuleOptions,
): string {
  const over = (seconds: number) =>
    burnCondition(definition, seconds, '>', factor);
  const events = enoughEvents(definition, long, minimumEvents);
  return `(\n  ${over(long)}\n  and\n  ${over(short)}${events}\n)`;
}

function burnSentence(pairs: BurnPair[], period: string): string {
  const parts = pairs.map(
    ({ percent, long, factor }) =>
      `${Number(factor.toPrecision(4))} times over ${promDuration(
        long,
      )} (${percent} % of the budget)`,
  );
  return `Fires when the ${period} error budget burns faster than ${parts.join(
    ', or ',
  )}.`;
}

function standardRule(
  definition: SloDefinition,
  severity: BurnPair['severity'],
  options: RuleOptions,
): Rule[] {
  const pairs = burnTable(definition).pairs.filter(
    pair => pair.severity === severity,
  );
  const settings = definition.alertSettings;
  const own: StandardAlert | undefined = settings?.[severity];
  if (pairs.length === 0 || own?.enabled === false) {
    return [];
  }
  const urgency =
    severity === 'page'
      ? 'burns its error budget fast'
      : 'burns its error budget';
  return [
    {
      alert: settings?.name ?? 'SloErrorBudgetBurn',
      expr: pairs
        .map(pair => pairCondition(definition, pair, options))
        .join('\nor\n'),
      labels: plainTexts({
        ...sloLabels(definition, options),
        severity,
        ...own?.labels,
        sloth_severity: severity,
      }),
      annotations: {
        ...plainTexts(own?.annotations ?? {}),
        ...alertTexts(
          definition,
          options,
          urgency,
          `Target ${targetText(definition)}. ${burnSentence(
            pairs,
            periodOf(definition.window).label,
          )}`,
        ),
      },
    },
  ];
}

function policyRule(
  definition: SloDefinition,
  alert: BurnAlert,
  options: RuleOptions,
): Rule {
  const { name, severity, op, threshold, lookback, alertAfter } = alert;
  const seconds = minutesOf(lookback) * 60;
  return {
    alert: 'SloBurnRate',
    expr: burnCondition(definition, seconds, OPERATORS[op], threshold),
    ...(alertAfter.value > 0 && { for: formatShorthand(alertAfter) }),
    labels: plainTexts({
      ...sloLabels(definition, options),
      severity,
      slo_alert_policy: name,
    }),
    annotations: alertTexts(
      definition,
      options,
      `meets its alert policy ${name}`,
      `Target ${targetText(definition)}. Fires when the error budget burns ${
        OPERATORS[op]
      } ${threshold} times the even pace over ${formatShorthand(lookback)}.`,
    ),
  };
}

/** The page and ticket alerts that every SLO gets, and those of its alert policies. */
export function burnAlertRules(
  definition: SloDefinition,
  options: RuleOptions,
): Rule[] {
  return [
    ...standardRule(definition, 'page', options),
    ...standardRule(definition, 'ticket', options),
    ...definition.alerts.map(alert => policyRule(definition, alert, options)),
  ];
}
