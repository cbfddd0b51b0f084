import { minutesOf } from '../definitions';
import type { MetricQuery, SloDefinition, SloObjective } from '../types';
import { burnAlertRules } from './burnAlerts';
import { explainRules } from './explainRules';
import { compositeRules, metaRules } from './metaRules';
import { ruleName } from './naming';
import { noDataRules } from './noDataAlert';
import { objectiveRules } from './objectiveRules';
import { periodOf } from './period';
import type { PrometheusRule, RuleGroup, RuleOptions } from './types';

/** Annotation of the resource that says what was generated and why. */
export const NOTES_ANNOTATION = 'arctiq.io/slo-rules';

/** Windows that Sloth also records, in seconds. */
const STANDARD = [300, 1800, 3600, 7200, 21_600, 86_400, 259_200];

function windowsOf({ window, alerts }: SloDefinition): number[] {
  const own = alerts.map(({ lookback }) => minutesOf(lookback) * 60);
  const all = new Set([...STANDARD, ...own, periodOf(window).seconds]);
  return [...all].sort((a, b) => a - b);
}

function queriesOf({ indicator }: SloObjective): MetricQuery[] {
  switch (indicator.kind) {
    case 'ratio':
      return [indicator.good, indicator.bad, indicator.total].flatMap(
        query => query ?? [],
      );
    case 'raw-ratio':
      return [indicator.raw];
    default:
      return [indicator.metric];
  }
}

/** Why no rules can be made of a definition; undefined when they can. */
export function rulesRefusal({
  id,
  objectives,
}: SloDefinition): string | undefined {
  const queries = objectives.flatMap(queriesOf);
  const foreign = queries.find(({ type }) => type !== 'prometheus');
  if (foreign) {
    return `No Prometheus rules can be made of ${id}, because its data source is of type ${foreign.type}: use the alerts of that system`;
  }
  const servers = new Set(queries.map(({ server }) => server));
  return servers.size > 1
    ? `No Prometheus rules can be made of ${id}, because its objectives are on several servers (${[
        ...servers,
      ]
        .map(server => server ?? 'the default one')
        .join(', ')}) and a rule is evaluated on one: write an SLO for each`
    : undefined;
}

/**
 * The rule groups of one SLO.
 *
 * @throws Error with the reason when no rules can be made of it
 */
export function ruleGroups(
  definition: SloDefinition,
  options: RuleOptions,
): RuleGroup[] {
  const refusal = rulesRefusal(definition);
  if (refusal) {
    throw new Error(refusal);
  }
  const name = ruleName(definition);
  const windows = windowsOf(definition);
  const groups = [
    {
      name: `slo-sli-recordings-${name}`,
      rules: [
        ...definition.objectives.flatMap(objective =>
          objectiveRules(definition, objective, windows, options),
        ),
        ...compositeRules(definition, windows, options),
      ],
    },
    {
      name: `slo-meta-recordings-${name}`,
      rules: metaRules(definition, options),
    },
    {
      name: `slo-alerts-${name}`,
      rules: [
        ...burnAlertRules(definition, options),
        ...noDataRules(definition, options),
      ],
    },
  ];
  return groups.filter(({ rules }) => rules.length > 0);
}

/** Wraps groups into the resource of the Prometheus operator. */
export function toResource(
  name: string,
  groups: RuleGroup[],
  notes: string[],
  { namespace, resourceLabels }: RuleOptions,
): PrometheusRule {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name,
      ...(namespace && { namespace }),
      labels: {
        'app.kubernetes.io/managed-by': 'arctiq-portal',
        'app.kubernetes.io/component': 'slo',
        ...resourceLabels,
      },
      annotations: { [NOTES_ANNOTATION]: notes.join('\n') },
    },
    spec: { groups },
  };
}

/**
 * Recording rules and multi-window multi-burn-rate alerts of one SLO (Site
 * Reliability Workbook, chapter 5), equal in meaning to what Sloth makes.
 *
 * @throws Error with the reason when no rules can be made of it; see {@link rulesRefusal}
 */
export function generateRules(
  definition: SloDefinition,
  options: RuleOptions = {},
): PrometheusRule {
  return toResource(
    `slo-${ruleName(definition)}`,
    ruleGroups(definition, options),
    explainRules(definition, options),
    options,
  );
}
