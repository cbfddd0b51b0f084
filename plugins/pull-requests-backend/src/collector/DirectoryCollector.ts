import { setTimeout } from 'node:timers/promises';
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
import {
  ComponentRow,
  Directory,
  DirectoryStore,
  PersonRow,
  TeamRow,
} from '../store/DirectoryStore';

const PAGE_SIZE = 500;
const MAX_READINGS = 8;
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
  /** Between readings while the catalog still changes; by default 5 s. */
  settleMs?: number;
}

/** Copies owners of repositories, logins and teams from the catalog. */
export class DirectoryCollector {
  readonly #options: DirectoryCollectorOptions;
  #last: string | undefined;

  constructor(options: DirectoryCollectorOptions) {
    this.#options = options;
  }

  /**
   * Runs one collection. A catalog that is being filled changes from moment to
   * moment, so it is read again until two readings agree, within bounds.
   *
   * @param signal - ends the collection early
   * @throws Error when the catalog or the database cannot be used; what is kept
   *   then stays as it is
   */
  async run(signal: AbortSignal): Promise<void> {
    const { store, logger, settleMs = 5000 } = this.#options;
    for (let reading = 1; reading <= MAX_READINGS; reading++) {
      const directory = await this.#read(signal);
      const content = JSON.stringify(directory);
      const settled = content === this.#last && directory.components.length > 0;
      signal.throwIfAborted();
      await store.replace(directory);
      this.#last = content;
      const { components, people, teams } = directory;
      logger.debug(
        `Read ${components.length} components, ${people.length} people and ` +
          `${teams.length} teams from the catalog`,
      );
      if (settled || reading === MAX_READINGS) {
        return;
      }
      await setTimeout(settleMs, undefined, { signal });
    }
  }

  async #read(signal: AbortSignal): Promise<Directory> {
    const [components, people, teams] = [
      await this.#readAll('component', PROJECT_SLUG_ANNOTATION, signal),
      await this.#readAll('user', USER_LOGIN_ANNOTATION, signal),
      await this.#readAll('group', TEAM_SLUG_ANNOTATION, signal),
    ];
    return {
      components: components.flatMap(toComponent),
      people: people.flatMap(toPerson),
      teams: teams.flatMap(toTeam),
    };
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

function toComponent(entity: Entity): ComponentRow[] {
  const repository = getRepository(entity);
  if (!repository) {
    return [];
  }
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  return [
    {
      entityRef: stringifyEntityRef(entity),
      repository,
      title: entity.metadata.title ?? entity.metadata.name,
      ownerRef: owner?.targetRef.toLowerCase(),
    },
  ];
}

function toPerson(entity: Entity): PersonRow[] {
  const login = getUserLogin(entity);
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  const displayName =
    typeof profile?.displayName === 'string' ? profile.displayName : undefined;
  return login
    ? [{ entityRef: stringifyEntityRef(entity), login, displayName }]
    : [];
}

function toTeam(entity: Entity): TeamRow[] {
  const slug = getTeamSlug(entity);
  return slug ? [{ entityRef: stringifyEntityRef(entity), slug }] : [];
}
