import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  mayActFor,
  ActingPerson,
  UnregisterAnswer,
} from '@arctiq/plugin-golden-path-common';
import { ownerRefOf, refOf } from '../catalog/entityFacts';
import { PersonReader } from '../catalog/PersonReader';

function requireOwnership(
  person: ActingPerson,
  entities: Entity[],
  target?: string,
): void {
  const foreign = entities
    .map(entity => ({ ref: refOf(entity), owner: ownerRefOf(entity) }))
    .filter(({ owner }) => !owner || !mayActFor(person, owner));
  if (foreign.length > 0) {
    const what = foreign
      .map(({ ref, owner }) => `${ref} (owner: ${owner ?? 'nobody'})`)
      .join(', ');
    throw new NotAllowedError(
      `${what} ${
        target ? `would leave the catalog with ${target} and ` : ''
      }belongs to another team: ask a member of that team, or the platform team, to remove it`,
    );
  }
}

/**
 * Takes a registered location out of the catalog for the team that owns all of
 * it. The catalog's own permission for this is not bound to an entity: whoever
 * had it could remove anybody's, so people do not have it and this service does.
 */
export class UnregisterService {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #people: PersonReader;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    people: PersonReader;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#people = options.people;
  }

  /**
   * @throws InputError when the ref is malformed
   * @throws NotFoundError when the caller sees no such entity
   * @throws ConflictError when the entity comes from a source that cannot be unregistered
   * @throws NotAllowedError when an entity of the location belongs to others
   */
  async unregister(
    entityRef: string,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<UnregisterAnswer> {
    const entity = await this.#findEntity(entityRef, credentials);
    const person = await this.#people.read(credentials);
    requireOwnership(person, [entity]);
    const own = {
      credentials: await this.#auth.getOwnServiceCredentials(),
    };
    const location = await this.#catalog.getLocationByEntity(
      refOf(entity),
      own,
    );
    if (!location) {
      throw new ConflictError(
        `${refOf(
          entity,
        )} comes from a source that the portal reads by its configuration (${
          entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? 'unknown'
        }), not from a registration: remove it there, and it leaves the catalog by itself`,
      );
    }
    const { items } = await this.#catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]: `${location.type}:${location.target}`,
        },
        fields: ['kind', 'metadata', 'relations'],
      },
      own,
    );
    // The catalog's own record of the location has no owner and goes with it.
    const members = items.filter(item => item.kind !== 'Location');
    requireOwnership(person, members, location.target);
    await this.#catalog.removeLocationById(location.id, own);
    return { target: location.target, entityRefs: members.map(refOf) };
  }

  /** With the caller's rights: what he may not see does not exist for him. */
  async #findEntity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    try {
      parseEntityRef(entityRef);
    } catch (error) {
      throw new InputError(
        `"${entityRef}" is not an entity ref: write it as component:default/<name>`,
        error,
      );
    }
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`The catalog has no ${entityRef}`);
    }
    return entity;
  }
}
