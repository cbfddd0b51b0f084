import type {
  AlertSettings,
  Indicator,
  SloDefinition,
  StandardAlert,
} from '../../types';
import {
  componentNames,
  finishDefinition,
  type DefinitionContext,
} from '../finish';
import { nameProblem } from '../names';
import { checkQuery } from '../promql/checkQuery';
import { isWebAddress, runbookAnnotation } from '../runbook';
import { readTarget } from '../target';
import type { Located } from '../yaml/Located';
import type { Alert, Texts } from './schema';
import type { SlothSlo } from './spelling';

function readIndicator(slo: SlothSlo, names: string[]): Indicator | undefined {
  const { sli, raw, error, total, hasPlugin } = slo;
  if (hasPlugin) {
    return sli.error(
      'uses an SLI plugin of Sloth, whose query is made by a program that the portal does not run: write the query that it makes as events',
    );
  }
  if (Boolean(raw) === Boolean(error && total)) {
    return sli.error('must have either events or raw');
  }
  const read = (query: Located<string>) => {
    const text = checkQuery(query, query.value, 'windowed', names);
    return text === undefined ? undefined : { type: 'prometheus', query: text };
  };
  if (raw) {
    const ratio = read(raw);
    return ratio && { kind: 'raw-ratio', rawType: 'failure', raw: ratio };
  }
  const bad = error && read(error);
  const all = total && read(total);
  return bad && all
    ? { kind: 'ratio', counter: false, bad, total: all }
    : undefined;
}

function standardAlert(
  alert: Alert,
  labels: Texts,
  annotations: Texts,
): StandardAlert {
  return {
    enabled: alert?.disable !== true,
    labels: { ...labels, ...alert?.labels },
    annotations: { ...annotations, ...alert?.annotations },
  };
}

function readSettings({ alerting }: SlothSlo): AlertSettings {
  const { name, labels, annotations, page, ticket } = alerting;
  return {
    ...(name && { name }),
    page: standardAlert(page, labels, annotations),
    ticket: standardAlert(ticket, labels, annotations),
    absent: true,
  };
}

function readRunbook({ alerting }: SlothSlo): string | undefined {
  const { annotations = {} } = alerting;
  const key = runbookAnnotation(annotations);
  return key !== undefined && isWebAddress(annotations[key])
    ? annotations[key]
    : undefined;
}

/**
 * Makes a definition of one SLO of a Sloth file. Sloth has no window in the
 * file; its default of 30 days is taken.
 */
export function convertSlothSlo(
  slo: SlothSlo,
  service: string,
  labels: Texts,
  context: DefinitionContext,
): SloDefinition | undefined {
  const { place, objective, rulePlugins } = slo;
  const { name, description } = place.value;
  const problem = nameProblem(name);
  if (problem) {
    place.at('name').error(problem);
  }
  rulePlugins?.warning(
    'Plugins that change the rules of Sloth are not run: the rules that the portal makes do not have their changes.',
  );
  const target = readTarget(objective, 'percent');
  const indicator = readIndicator(slo, componentNames(context, service));
  const runbookUrl = readRunbook(slo);
  if (problem || !target || !indicator) {
    return undefined;
  }
  return finishDefinition(
    {
      name,
      displayName: name,
      ...(description && { description }),
      service,
      labels: { ...labels, ...place.value.labels },
      window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
      budgetingMethod: 'Occurrences',
      objectives: [{ target, indicator, weight: 1 }],
      alerts: [],
      alertSettings: readSettings(slo),
      ...(runbookUrl && { runbookUrl }),
      format: 'sloth/v1',
      line: place.line,
    },
    context,
  );
}
