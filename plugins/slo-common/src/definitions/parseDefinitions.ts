import type { ParsedDefinitions, SloDefinition } from '../types';
import type { DefinitionContext, ReadDefinition } from './finish';
import { MAX_FILE_CHARACTERS, MAX_SLOS } from './limits';
import { readOpenSlo } from './openslo/read';
import { readPyrra } from './pyrra/read';
import { readSloth } from './sloth/read';
import { DocumentScope, Located } from './yaml/Located';
import { readDocuments } from './yaml/readDocuments';

type Field = 'apiVersion' | 'version' | 'kind';

function fieldOf(scope: DocumentScope, field: Field): unknown {
  const { value } = scope.document;
  return typeof value === 'object' && value !== null && field in value
    ? (value as Partial<Record<Field, unknown>>)[field]
    : undefined;
}

function readForeign(scope: DocumentScope): void {
  const root = new Located<{ apiVersion?: unknown }>(scope, [], {});
  const version = fieldOf(scope, 'apiVersion') ?? fieldOf(scope, 'version');
  const known =
    'known here are openslo/v1, sloth.slok.dev/v1, version: prometheus/v1 (Sloth) and pyrra.dev/v1alpha1';
  if (version === undefined) {
    root.at('apiVersion').error(`is missing: ${known}`);
    return;
  }
  const text = String(version).slice(0, 100);
  const advice = /^openslo/.test(text)
    ? 'This version of OpenSLO is not read (v2alpha has no calendar windows, v1alpha is given up): write apiVersion: openslo/v1'
    : `"${text}" is no format of SLOs that is read here: ${known}`;
  root.at('apiVersion').error(advice);
}

/** Keeps the first definition of each id, and no more than the limit. */
function keepFirst(read: ReadDefinition[]): SloDefinition[] {
  const kept = new Map<string, SloDefinition>();
  for (const { definition, name } of read) {
    const first = kept.get(definition.id);
    if (first) {
      name.error(
        `Another SLO with the name "${definition.name}" begins on line ${first.source.line}; this one is not used. Names are unique per component`,
      );
    } else if (kept.size === MAX_SLOS) {
      name.error(
        `is SLO number ${
          MAX_SLOS + 1
        } or later of this file, and only the first ${MAX_SLOS} are used: split the file, or ask whether a service needs so many`,
      );
    } else {
      kept.set(definition.id, definition);
    }
  }
  return [...kept.values()];
}

/**
 * Reads the SLOs of one file: any mixture of OpenSLO v1, Sloth and Pyrra
 * documents. What is wrong with one document never harms another; nothing is
 * thrown for whatever the text holds.
 *
 * @param text - the whole file
 * @returns every good definition in the order of the file, and every problem by line
 */
export function parseDefinitions(
  text: string,
  context: DefinitionContext,
): ParsedDefinitions {
  const { file } = context;
  if (text.length > MAX_FILE_CHARACTERS) {
    const message = `The file has ${text.length} characters and was not read; ${MAX_FILE_CHARACTERS} is the limit. Name the files with the SLOs, not a whole bundle of manifests.`;
    return {
      definitions: [],
      problems: [{ file, message, severity: 'error' }],
    };
  }
  const { documents, problems } = readDocuments(text, file);
  const scopes = documents.map(document => new DocumentScope(document, file));
  const openSlo = scopes.filter(
    scope => fieldOf(scope, 'apiVersion') === 'openslo/v1',
  );
  const read = readOpenSlo(openSlo, context);
  for (const scope of scopes) {
    const version = fieldOf(scope, 'apiVersion');
    if (version === 'pyrra.dev/v1alpha1') {
      read.push(...readPyrra(scope, context));
    } else if (
      version === 'sloth.slok.dev/v1' ||
      fieldOf(scope, 'version') === 'prometheus/v1'
    ) {
      read.push(...readSloth(scope, context));
    } else if (version !== 'openslo/v1') {
      readForeign(scope);
    }
  }
  const definitions = keepFirst(
    read.sort((a, b) => a.definition.source.line - b.definition.source.line),
  );
  return {
    definitions,
    problems: [...problems, ...scopes.flatMap(scope => scope.problems)].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    ),
  };
}
