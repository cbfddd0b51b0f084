import { SLO_ANNOTATION } from '@arctiq/plugin-slo-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DefinitionStore,
  StoredDefinition,
} from '../store/DefinitionStore';
import type { TitleStore } from '../store/TitleStore';
import { inParallel } from './inParallel';
import { readTitles } from './readTitles';
import { readComponent, type ReadComponentOptions } from './readComponent';
import { toComponent } from './toComponent';

/** What {@link DefinitionCollector} needs. */
export interface DefinitionCollectorOptions {
  catalog: CatalogService;
  auth: AuthService;
  store: DefinitionStore;
  titles: TitleStore;
  logger: LoggerService;
  files: ReadComponentOptions;
  /** Components that are read at once. */
  parallel: number;
  /** Called after each collection, so that what was read is shown at once. */
  onChange?: () => Promise<void>;
  /** The clock; replaced in tests. */
  now?: () => Date;
}

const PAGE_SIZE = 500;

/** Keeps the definitions of all components that name theirs. */
export class DefinitionCollector {
  readonly #options: DefinitionCollectorOptions;

  constructor(options: DefinitionCollectorOptions) {
    this.#options = options;
  }

  /**
   * Reads the files of every component that has the annotation, and retires
   * those that have it no more. What goes wrong with one component is kept as
   * its problem.
   *
   * @param signal - ends the collection early
   * @throws Error when the catalog or the database cannot be used; what is kept
   *   then stays as it is
   */
  async run(signal: AbortSignal): Promise<void> {
    const { store, logger } = this.#options;
    const entities = await this.#list(signal);
    const known = await store.components();
    if (entities.length === 0 && known.length > 0) {
      logger.warn(
        `The catalog names no component with '${SLO_ANNOTATION}', although ${known.length} were known: ` +
          'it is taken for not filled yet, and nothing is retired.',
      );
      return;
    }
    await this.#collect(entities, signal);
    const { auth, catalog, titles } = this.#options;
    await titles.put(
      await readTitles(catalog, await auth.getOwnServiceCredentials(), entities),
    );
    const present = new Set(entities.map(entity => stringifyEntityRef(entity)));
    const gone = known
      .map(({ entityRef }) => entityRef)
      .filter(ref => !present.has(ref));
    if (gone.length > 0) {
      await store.retire(gone, this.#now());
      logger.info(`Retired the SLOs of ${gone.join(', ')}`);
    }
    await this.#options.onChange?.();
  }

  /**
   * Reads the files of some components again, at once.
   *
   * @param entityRefs - full refs; those that the catalog lacks are left to the next run
   */
  async refresh(entityRefs: string[], signal: AbortSignal): Promise<void> {
    const { catalog, auth } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    await this.#collect(
      items.filter(item => item !== undefined),
      signal,
    );
    await this.#options.onChange?.();
  }

  async #collect(entities: Entity[], signal: AbortSignal): Promise<void> {
    const { store, logger, parallel } = this.#options;
    const byEntity = groupByEntity(await store.active());
    await inParallel(entities, parallel, async entity => {
      signal.throwIfAborted();
      const entityRef = stringifyEntityRef(entity);
      try {
        await this.#collectOne(entity, byEntity.get(entityRef) ?? [], signal);
      } catch (error) {
        signal.throwIfAborted();
        logger.error(
          `The SLOs of ${entityRef} stay as they are: ${toError(error).message}`,
        );
      }
    });
  }

  async #collectOne(
    entity: Entity,
    stored: StoredDefinition[],
    signal: AbortSignal,
  ): Promise<void> {
    const { store, files } = this.#options;
    const component = toComponent(entity);
    const before = {
      definitions: stored.map(({ definition }) => definition),
      readings: await store.reading(component.entityRef),
    };
    const now = this.#now();
    const reading = await readComponent(entity, before, files, now, signal);
    signal.throwIfAborted();
    await store.replace(component, reading.definitions, reading.readings, now);
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }

  /** Components with the annotation, page by page. */
  async #list(signal: AbortSignal): Promise<Entity[]> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE_SIZE }
          : {
              filter: {
                kind: 'component',
                [`metadata.annotations.${SLO_ANNOTATION}`]:
                  CATALOG_FILTER_EXISTS,
              },
              limit: PAGE_SIZE,
            },
        { credentials },
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }
}

function groupByEntity(
  stored: StoredDefinition[],
): Map<string, StoredDefinition[]> {
  const groups = new Map<string, StoredDefinition[]>();
  for (const item of stored) {
    const group = groups.get(item.component.entityRef) ?? [];
    groups.set(item.component.entityRef, [...group, item]);
  }
  return groups;
}
