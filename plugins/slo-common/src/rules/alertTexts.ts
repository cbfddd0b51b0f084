import { shareToPercent } from '../definitions';
import type { SloDefinition } from '../types';
import { plainText } from './labels';
import { sloPageUrl } from './naming';
import type { RuleOptions } from './types';

/** Targets for people, for example `99.95 %`. */
export function targetText({ objectives }: SloDefinition): string {
  return objectives
    .map(({ target }) => `${shareToPercent(target)} %`)
    .join(' and ');
}

/** Title and address that every alert of an SLO carries. */
export function alertTexts(
  definition: SloDefinition,
  options: RuleOptions,
  summary: string,
  description: string,
): Record<string, string> {
  const { portalUrl } = options;
  const { runbookUrl } = definition;
  return {
    title: plainText(`${definition.service}: ${definition.displayName}`),
    summary: plainText(
      `${definition.service}: ${definition.displayName} ${summary}`,
    ),
    description: plainText(description),
    ...(runbookUrl && { runbook_url: plainText(runbookUrl) }),
    ...(portalUrl && {
      dashboard: plainText(sloPageUrl(portalUrl, definition.id)),
    }),
  };
}

/** Texts of a file as values of labels or annotations of an alert. */
export function plainTexts(
  texts: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, plainText(text)]),
  );
}
