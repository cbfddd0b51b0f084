import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** A relation as the catalog backend derives it from a field of a spec. */
export interface Relation {
  source: string;
  type: string;
  target: string;
}

/** Field of a spec, kind that it defaults to, relation, inverse relation. */
const FIELDS: readonly (readonly [string, string, string, string])[] = [
  ['owner', 'group', 'ownedBy', 'ownerOf'],
  ['system', 'system', 'partOf', 'hasPart'],
  ['domain', 'domain', 'partOf', 'hasPart'],
  ['subcomponentOf', 'component', 'partOf', 'hasPart'],
  ['providesApis', 'api', 'providesApi', 'apiProvidedBy'],
  ['consumesApis', 'api', 'consumesApi', 'apiConsumedBy'],
  ['dependsOn', 'component', 'dependsOn', 'dependencyOf'],
  ['memberOf', 'group', 'memberOf', 'hasMember'],
  ['parent', 'group', 'childOf', 'parentOf'],
  ['children', 'group', 'parentOf', 'childOf'],
];

/** All relations of some entities, both ways. */
export function relationsOf(entities: readonly Entity[]): Relation[] {
  return entities.flatMap(entity => {
    const source = stringifyEntityRef(entity);
    return FIELDS.flatMap(([field, defaultKind, type, inverse]) =>
      [entity.spec?.[field] ?? []].flat().flatMap(value => {
        const target = stringifyEntityRef(
          parseEntityRef(value as string, {
            defaultKind,
            defaultNamespace: 'default',
          }),
        );
        return [
          { source, type, target },
          { source: target, type: inverse, target: source },
        ];
      }),
    );
  });
}

/** A step of a path: relation type, and of which kind the target must be. */
export type Step = readonly [type: string, kind: string];

/**
 * All paths from an entity along given steps; each path lists the entities that
 * it passes.
 */
export function createWalker(relations: readonly Relation[]) {
  const from = new Map<string, Relation[]>();
  for (const relation of relations) {
    const list = from.get(relation.source);
    if (list) {
      list.push(relation);
    } else {
      from.set(relation.source, [relation]);
    }
  }
  return function walk(start: string, steps: readonly Step[]): string[][] {
    let paths = [[start]];
    for (const [type, kind] of steps) {
      paths = paths.flatMap(path =>
        (from.get(path[path.length - 1]) ?? [])
          .filter(r => r.type === type && r.target.startsWith(`${kind}:`))
          .map(r => [...path, r.target]),
      );
    }
    return paths;
  };
}
