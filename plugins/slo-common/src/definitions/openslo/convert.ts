import type { SloDefinition } from '../../types';
import { maximumBurnOf } from '../alertThreshold';
import {
  componentNames,
  finishDefinition,
  type DefinitionContext,
} from '../finish';
import { nameProblem } from '../names';
import { isWebAddress, runbookAnnotation } from '../runbook';
import type { Located } from '../yaml/Located';
import { readAlerts } from './alerts';
import { readObjectives } from './objectives';
import type { Registry } from './Registry';
import type { DocumentOf, Metadata } from './schema';
import { readTimeWindow } from './timeWindow';

/** Labels as text; a list becomes `a,b`. */
function readLabels({ labels = {} }: Metadata): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
}

function readRunbook(metadata: Located<Metadata>): string | undefined {
  const annotations = metadata.optional('annotations');
  const key = annotations && runbookAnnotation(annotations.value);
  if (!annotations || key === undefined) {
    return undefined;
  }
  const address = annotations.value[key];
  return isWebAddress(address)
    ? address
    : annotations
        .at(key)
        .error(`"${address}" is no web address: write http:// or https://`);
}

/** Makes a definition of one SLO document, or reports why that cannot be done. */
export function convertSlo(
  document: Located<DocumentOf<'SLO'>>,
  registry: Registry,
  context: DefinitionContext,
): SloDefinition | undefined {
  const { scope } = document;
  const metadata = document.at('metadata');
  const spec = document.at('spec');
  const { name, displayName } = metadata.value;
  const { service, description, budgetingMethod } = spec.value;
  if (!registry.isEmpty('Service') && !registry.has('Service', service)) {
    spec
      .at('service')
      .warning(`The file has Service documents, but none named "${service}".`);
  }
  const problem = nameProblem(name);
  if (problem) {
    metadata.at('name').error(problem);
  }
  const names = componentNames(context, service);
  const window = readTimeWindow(spec);
  const objectives = readObjectives(spec, { registry, names });
  const alerts =
    objectives &&
    readAlerts(spec, registry, maximumBurnOf(budgetingMethod, objectives));
  const runbookUrl = readRunbook(metadata);
  if (scope.failed || !window || !objectives || !alerts) {
    return undefined;
  }
  return finishDefinition(
    {
      name,
      displayName: displayName ?? name,
      ...(description && { description }),
      service,
      labels: readLabels(metadata.value),
      window,
      budgetingMethod,
      objectives,
      alerts,
      ...(runbookUrl && { runbookUrl }),
      format: 'openslo/v1',
      line: document.line,
    },
    context,
  );
}
