import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  type UserEntity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { displayNameOf } from './profile';
import type { FeaturedPerson, PeoplePage, Person } from './types';

const personaAnnotation = 'arctiq.io/sandbox-persona';
const personaOrder = [
  'developer',
  'manager',
  'on-call',
  'platform-engineer',
] as const;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.description',
  `metadata.annotations.${personaAnnotation}`,
  'spec.profile.displayName',
  'spec.memberOf',
];

function rank(person: FeaturedPerson): number {
  const index = personaOrder.findIndex(persona => persona === person.persona);
  return index < 0 ? personaOrder.length : index;
}

function groupRefsOf(entity: Entity): string[] {
  const memberOf = (entity as UserEntity).spec?.memberOf ?? [];
  return memberOf.map(ref =>
    stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'Group',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    ),
  );
}

/**
 * The people of the catalog, read with the portal's own rights because nobody
 * is signed in yet, and cut down to what the sign-in page shows.
 */
export class CatalogPeople {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(catalog: CatalogService, auth: AuthService) {
    this.#catalog = catalog;
    this.#auth = auth;
  }

  /**
   * Lists people by name.
   *
   * @param options.search - part of a name; nothing lists everybody
   * @param options.limit - most people in `items`
   */
  async list(options: { search?: string; limit: number }): Promise<PeoplePage> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const [found, featured] = await Promise.all([
      this.#catalog.queryEntities(
        {
          filter: { kind: 'User' },
          fields,
          limit: options.limit,
          orderFields: { field: 'spec.profile.displayName', order: 'asc' },
          ...(options.search && {
            fullTextFilter: {
              term: options.search,
              fields: [
                'metadata.name',
                'spec.profile.displayName',
                'spec.memberOf',
              ],
            },
          }),
        },
        { credentials },
      ),
      this.#catalog.queryEntities(
        {
          filter: {
            kind: 'User',
            [`metadata.annotations.${personaAnnotation}`]: [...personaOrder],
          },
          fields,
          limit: personaOrder.length,
        },
        { credentials },
      ),
    ]);
    const teams = await this.#teams([...found.items, ...featured.items]);
    return {
      featured: featured.items
        .map(entity => ({
          ...this.#toPerson(entity, teams),
          persona: entity.metadata.annotations?.[personaAnnotation] ?? '',
        }))
        .sort((a, b) => rank(a) - rank(b)),
      items: found.items.map(entity => this.#toPerson(entity, teams)),
      totalItems: found.totalItems,
    };
  }

  /** The person with this ref, or nothing. */
  async find(entityRef: string): Promise<Person | undefined> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return entity && this.#toPerson(entity, await this.#teams([entity]));
  }

  async #teams(people: Entity[]): Promise<Map<string, Entity>> {
    const entityRefs = [...new Set(people.flatMap(groupRefsOf))];
    if (entityRefs.length === 0) {
      return new Map();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
          'spec.type',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Map(
      items.flatMap(group =>
        group ? [[stringifyEntityRef(group), group] as const] : [],
      ),
    );
  }

  #toPerson(entity: Entity, groups: Map<string, Entity>): Person {
    const memberOf = groupRefsOf(entity).flatMap(ref => {
      const group = groups.get(ref);
      return group ? [group] : [];
    });
    // A person may also be a direct member of a department.
    const team =
      memberOf.find(group => group.spec?.type === 'team') ?? memberOf[0];
    const title = entity.metadata.description;
    return {
      entityRef: stringifyEntityRef(entity),
      displayName: displayNameOf(entity),
      ...(title && { title }),
      ...(team && {
        team: stringifyEntityRef(team),
        teamTitle: displayNameOf(team),
      }),
    };
  }
}
