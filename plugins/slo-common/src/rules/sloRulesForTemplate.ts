import { parseDefinitions, type DefinitionContext } from '../definitions';
import type { DefinitionProblem } from '../types';
import { generateRulesForAll } from './generateRulesForAll';
import type { RuleOptions } from './types';
import { rulesToYaml } from './yaml';

/** Thrown for a file that holds problems; the message lists them by line. */
export class SloFileError extends Error {
  constructor(readonly problems: DefinitionProblem[]) {
    super(
      problems
        .map(
          ({ file, line, field, message }) =>
            `${file}${line ? `:${line}` : ''} ${
              field ? `${field} ` : ''
            }${message}`,
        )
        .join('\n'),
    );
    this.name = 'SloFileError';
  }
}

/**
 * Makes the PrometheusRule of a file of SLOs, for templates.
 *
 * @param text - the rendered file
 * @param context - where it stands, and what the rules carry
 * @param name - name of the resource
 * @returns YAML
 * @throws SloFileError when anything in the file is wrong, or no SLO is in it; warnings are no reason
 */
export function sloRulesForTemplate(
  text: string,
  context: DefinitionContext & { name: string; options?: RuleOptions },
): string {
  const { file, name, options } = context;
  const { definitions, problems } = parseDefinitions(text, context);
  const { rule, refused } = generateRulesForAll(definitions, name, options);
  const errors: DefinitionProblem[] = [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...refused.map(({ reason }) => ({
      file,
      message: reason,
      severity: 'error' as const,
    })),
  ];
  if (errors.length === 0 && definitions.length === 0) {
    const message = 'holds no SLO: write at least one document of kind SLO';
    errors.push({ file, message, severity: 'error' });
  }
  if (errors.length > 0) {
    throw new SloFileError(errors);
  }
  return rulesToYaml(rule);
}
