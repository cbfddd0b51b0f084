import type { DefinitionContext, ReadDefinition } from '../finish';
import { Located, type DocumentScope } from '../yaml/Located';
import { checkShape, unknownWord } from '../yaml/shape';
import { convertSlo } from './convert';
import { Registry } from './Registry';
import { documents, type Kind } from './schema';

const kinds = new Map(Object.keys(documents).map(kind => [kind, kind as Kind]));

interface Envelope {
  kind?: unknown;
  metadata?: { name?: unknown };
}

function register(scope: DocumentScope, registry: Registry): void {
  const root = new Located(scope, [], scope.document.value as Envelope);
  const name = String(root.value.kind ?? '');
  const kind = kinds.get(name);
  if (!kind) {
    root
      .at('kind')
      .error(
        name === ''
          ? `is missing: write one of ${[...kinds.keys()].join(', ')}`
          : unknownWord('kind', name, [...kinds.keys()]),
      );
    return;
  }
  if (!addTo(registry, kind, scope)) {
    registry.addBroken(kind, root.value.metadata?.name);
  }
}

function addTo(registry: Registry, kind: Kind, scope: DocumentScope): boolean {
  switch (kind) {
    case 'SLO': {
      const found = checkShape(documents.SLO, scope);
      return found !== undefined && registry.add('SLO', found);
    }
    case 'SLI': {
      const found = checkShape(documents.SLI, scope);
      return found !== undefined && registry.add('SLI', found);
    }
    case 'Service': {
      const found = checkShape(documents.Service, scope);
      return found !== undefined && registry.add('Service', found);
    }
    case 'DataSource': {
      const found = checkShape(documents.DataSource, scope);
      return found !== undefined && registry.add('DataSource', found);
    }
    case 'AlertPolicy': {
      const found = checkShape(documents.AlertPolicy, scope);
      return found !== undefined && registry.add('AlertPolicy', found);
    }
    case 'AlertCondition': {
      const found = checkShape(documents.AlertCondition, scope);
      return found !== undefined && registry.add('AlertCondition', found);
    }
    default: {
      const found = checkShape(documents.AlertNotificationTarget, scope);
      return (
        found !== undefined && registry.add('AlertNotificationTarget', found)
      );
    }
  }
}

/** Reads the OpenSLO documents of a file, with references between them. */
export function readOpenSlo(
  scopes: DocumentScope[],
  context: DefinitionContext,
): ReadDefinition[] {
  const registry = new Registry();
  for (const scope of scopes) {
    register(scope, registry);
  }
  return registry.all('SLO').flatMap(document => {
    const definition = convertSlo(document, registry, context);
    return definition
      ? { definition, name: document.at('metadata').at('name') }
      : [];
  });
}
