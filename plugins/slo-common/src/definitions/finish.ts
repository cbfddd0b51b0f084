import { parseEntityRef } from '@backstage/catalog-model';
import type { SloDefinition, SloObjective } from '../types';
import { measurementHash } from './hash';
import type { Located } from './yaml/Located';

/** Where the file stands. */
export interface DefinitionContext {
  /** URL or path, as people should see it. */
  file: string;
  /** The component in whose repository it stands, `component:default/order-service`. */
  entityRef: string;
}

/** A definition with the place to complain about its name. */
export interface ReadDefinition {
  definition: SloDefinition;
  name: Located<unknown>;
}

/** A definition before the parts that follow from the others. */
export type DraftDefinition = Omit<
  SloDefinition,
  'id' | 'entityRef' | 'objectives' | 'measurementHash' | 'source'
> & {
  objectives: Omit<SloObjective, 'key'>[];
  line: number;
};

/** Names by which the series of a component are probably labelled, its own first. */
export function componentNames(
  { entityRef }: DefinitionContext,
  service?: string,
): string[] {
  const { name } = parseEntityRef(entityRef);
  const names = [name, ...(service ? [service] : [])].map(text =>
    text.toLowerCase(),
  );
  return [...new Set(names)];
}

/** Adds id, keys, source and hash. */
export function finishDefinition(
  { line, objectives: drafts, ...draft }: DraftDefinition,
  { file, entityRef }: DefinitionContext,
): SloDefinition {
  const { namespace, name: component } = parseEntityRef(entityRef);
  const id = `${namespace}/${component}/${draft.name}`.toLowerCase();
  const objectives = drafts.map((objective, index) => ({
    ...objective,
    key: drafts.length === 1 ? id : `${id}~${index + 1}`,
  }));
  return {
    ...draft,
    id,
    entityRef,
    objectives,
    source: { file, line },
    measurementHash: measurementHash({ ...draft, objectives }),
  };
}
