import { ANNOTATION_ORIGIN_LOCATION, Entity } from '@backstage/catalog-model';

function entity(
  kind: string,
  name: string,
  options: {
    annotations?: Record<string, string>;
    relations?: Record<string, string>;
    spec?: Entity['spec'];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: options.annotations ?? {},
    },
    spec: options.spec ?? {},
    relations: Object.entries(options.relations ?? {}).map(
      ([type, targetRef]) => ({ type, targetRef }),
    ),
  };
}

/** A team with a GitHub team, below `parent`. */
export function team(name: string, displayName: string, parent?: string) {
  return entity('Group', name, {
    annotations: { 'github.com/team-slug': `arctiq-commerce/${name}` },
    relations: parent ? { childOf: `group:default/${parent}` } : {},
    spec: { profile: { displayName } },
  });
}

/** A group that has no GitHub team. */
export function department(name: string, displayName: string) {
  return entity('Group', name, { spec: { profile: { displayName } } });
}

/** An owned entity that was read from `origin`. */
export function owned(
  kind: string,
  name: string,
  owner: string,
  origin = 'url:http://github/arctiq-commerce/catalog/blob/main/all.yaml',
) {
  return entity(kind, name, {
    annotations: { [ANNOTATION_ORIGIN_LOCATION]: origin },
    relations: { ownedBy: `group:default/${owner}` },
  });
}

/** The record that the catalog keeps of a registered location. */
export function locationRecord(target: string) {
  return entity('Location', 'generated-1', {
    annotations: { [ANNOTATION_ORIGIN_LOCATION]: `url:${target}` },
  });
}

export const ORGANIZATION: Entity[] = [
  department('commerce', 'Commerce'),
  team('orders', 'Orders', 'commerce'),
  team('returns-squad', 'Returns squad', 'orders'),
  team('payments', 'Payments', 'commerce'),
  team('platform', 'Platform'),
  owned('System', 'orders-system', 'orders'),
  owned('Component', 'order-service', 'orders'),
];
