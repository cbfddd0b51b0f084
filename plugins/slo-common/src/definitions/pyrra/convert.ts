import type { AlertSettings, SloDefinition } from '../../types';
import {
  componentNames,
  finishDefinition,
  type DefinitionContext,
} from '../finish';
import { nameProblem } from '../names';
import { readRollingWindow } from '../rollingWindow';
import { isWebAddress, runbookAnnotation } from '../runbook';
import { readTarget } from '../target';
import type { Located } from '../yaml/Located';
import { readIndicator } from './indicator';
import type { Resource } from './schema';

function readSettings({ alerting = {} }: Resource['spec']): AlertSettings {
  const { disabled = false, burnrates = true, absent = true, name } = alerting;
  const standard = {
    enabled: burnrates && !disabled,
    labels: {},
    annotations: {},
  };
  return {
    ...(name && { name }),
    page: standard,
    ticket: standard,
    absent: absent && !disabled,
  };
}

/** Makes a definition of one ServiceLevelObjective of Pyrra. */
export function convertPyrraSlo(
  document: Located<Resource>,
  context: DefinitionContext,
): SloDefinition | undefined {
  const spec = document.at('spec');
  const { name, labels = {}, annotations = {} } = document.value.metadata;
  const problem = nameProblem(name);
  if (problem) {
    document.at('metadata').at('name').error(problem);
  }
  const target = readTarget(spec.at('target'), 'percent');
  const window = readRollingWindow(spec.at('window'));
  const indicator = readIndicator(
    spec.at('indicator'),
    componentNames(context),
  );
  if (problem || !target || !window || !indicator) {
    return undefined;
  }
  const runbook = annotations[runbookAnnotation(annotations) ?? ''];
  const { description } = spec.value;
  return finishDefinition(
    {
      name,
      displayName: name,
      ...(description && { description }),
      service: labels['pyrra.dev/service'] ?? componentNames(context)[0],
      labels,
      window,
      budgetingMethod: 'Occurrences',
      objectives: [{ target, indicator, weight: 1 }],
      alerts: [],
      alertSettings: readSettings(spec.value),
      ...(runbook && isWebAddress(runbook) && { runbookUrl: runbook }),
      format: 'pyrra/v1alpha1',
      line: document.line,
    },
    context,
  );
}
