import type { DefinitionContext, ReadDefinition } from '../finish';
import type { DocumentScope } from '../yaml/Located';
import { checkShape } from '../yaml/shape';
import { convertPyrraSlo } from './convert';
import { resource } from './schema';

/** Reads one Pyrra document. */
export function readPyrra(
  scope: DocumentScope,
  context: DefinitionContext,
): ReadDefinition[] {
  const document = checkShape(resource, scope);
  const definition = document && convertPyrraSlo(document, context);
  return document && definition
    ? [{ definition, name: document.at('metadata').at('name') }]
    : [];
}
