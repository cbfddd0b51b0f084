import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  getRepository,
  getTeamSlug,
  getUserLogin,
  PROJECT_SLUG_ANNOTATION,
  TEAM_SLUG_ANNOTATION,
  USER_LOGIN_ANNOTATION,
} from '@arctiq/plugin-pull-requests-common';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ComponentRow, DirectoryStore } from '../store/DirectoryStore';

const PAGE_SIZE = 500;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.profile',
  'relations',
];

/** What {@link DirectoryCollector} needs. */
export interface DirectoryCollectorOptions {
  catalog: CatalogService;
  auth: AuthService;
  store: DirectoryStore;
  logger: LoggerService;
}

/** Copies owners of repositories, logins and teams from the catalog. */
export class DirectoryCollector {
  readonly #options: DirectoryCollectorOptions;

  constructor(options: DirectoryCollectorOptions) {
    this.#options = options;
  }

  /**
   * Runs one collection.
   *
   * @param signal - ends the collection early
   * @throws Error when the catalog or the database cannot be used; what is kept
   *   then stays as it is
   */
  async run(signal: AbortSignal): Promise<void> {
    const components: ComponentRow[] = [];
    for (const entity of await this.#readAll(
      'component',
      PROJECT_SLUG_ANNOTATION,
      signal,
    )) {
      const repository = getRepository(entity);
      if (repository) {
        components.push({
          entityRef: stringifyEntityRef(entity),
          repository,
          title: entity.metadata.title ?? entity.metadata.name,
          ownerRef: entity.relations
            ?.find(({ type }) => type === RELATION_OWNED_BY)
            ?.targetRef.toLowerCase(),
        });
      }
    }
    const people = (
      await this.#readAll('user', USER_LOGIN_ANNOTATION, signal)
    ).flatMap(entity => {
      const login = getUserLogin(entity);
      return login
        ? [
            {
              entityRef: stringifyEntityRef(entity),
              login,
              displayName: readDisplayName(entity),
            },
          ]
        : [];
    });
    const teams = (
      await this.#readAll('group', TEAM_SLUG_ANNOTATION, signal)
    ).flatMap(entity => {
      const slug = getTeamSlug(entity);
      return slug ? [{ entityRef: stringifyEntityRef(entity), slug }] : [];
    });
    signal.throwIfAborted();
    await this.#options.store.replace({ components, people, teams });
    this.#options.logger.debug(
      `Read ${components.length} components, ${people.length} people and ` +
        `${teams.length} teams from the catalog`,
    );
  }

  /** Entities of a kind that have an annotation, page by page. */
  async #readAll(
    kind: string,
    annotation: string,
    signal: AbortSignal,
  ): Promise<Entity[]> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE_SIZE, fields: FIELDS }
          : {
              filter: {
                kind,
                [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
              },
              limit: PAGE_SIZE,
              fields: FIELDS,
            },
        { credentials },
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }
}

function readDisplayName(entity: Entity): string | undefined {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  return typeof profile?.displayName === 'string'
    ? profile.displayName
    : undefined;
}
