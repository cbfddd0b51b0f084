import { parseDefinitions } from '../../definitions';
import { OPENSLO } from '../../definitions/__testUtils__/files';
import type { SloDefinition } from '../../types';

/** Parses text that must hold good definitions only. */
export function definitionsOf(text: string): SloDefinition[] {
  const { definitions, problems } = parseDefinitions(text, {
    file: 'slo.yaml',
    entityRef: 'component:default/order-service',
  });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Error(JSON.stringify(errors));
  }
  return definitions;
}

/** An SLO of 99.9 % over 30 days on a ratio of counters, with changes. */
export function ratioSlo(changes: Partial<SloDefinition> = {}): SloDefinition {
  const [definition] = definitionsOf(
    OPENSLO.replace('duration: 28d', 'duration: 30d').replace(
      'target: 0.9995',
      'target: 0.999',
    ),
  );
  return { ...definition, ...changes };
}
