import type { DefinitionContext, ReadDefinition } from '../finish';
import type { DocumentScope } from '../yaml/Located';
import { checkShape } from '../yaml/shape';
import { convertSlothSlo } from './convert';
import { plainSpec, resource, type Texts } from './schema';
import { plainSlos, resourceSlos, type SlothSlo } from './spelling';

interface Service {
  service: string;
  labels?: Texts;
}

/** Reads one Sloth document, in either spelling. */
export function readSloth(
  scope: DocumentScope,
  context: DefinitionContext,
): ReadDefinition[] {
  const convert = (slos: SlothSlo[], { service, labels }: Service) =>
    slos.flatMap(slo => {
      const definition = convertSlothSlo(slo, service, labels, context);
      return definition ? { definition, name: slo.place.at('name') } : [];
    });
  const { value } = scope.document;
  if (typeof value === 'object' && value !== null && 'version' in value) {
    const spec = checkShape(plainSpec, scope);
    return spec ? convert(plainSlos(spec), spec.value) : [];
  }
  const spec = checkShape(resource, scope)?.at('spec');
  return spec ? convert(resourceSlos(spec), spec.value) : [];
}
