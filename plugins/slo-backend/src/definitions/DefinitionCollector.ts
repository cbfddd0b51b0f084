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
  /** After so long files are read again although nothing says that they changed. */
  rereadMs: number;
  /** Called when what is in force has changed, so that it is shown at once. */
  onChange?: () => Promise<void>;
  /** The clock; replaced in tests. */
  now?: () => Date;
}

const PAGE_SIZE = 500;

/** Keeps the definitions of all components that name theirs. */
export class DefinitionCollector {
  readonly #options: DefinitionCollectorOptions;
  /** Entities as they were when their files were read, by ref. */
  readonly #seen = new Map<string, string>();
  #rereadAt = 0;

  constructor(options: DefinitionCollectorOptions) {
    this.#options = options;
  }

  /**
   * Reads the files of components that are new or changed, now and then of all,
   * and retires those that the catalog has no more. What goes wrong with one
   * component is kept as its problem.
   *
   * @param signal - ends the collection early
   * @throws Error when the catalog or the database cannot be used; what is kept
   *   then stays as it is
   */
  async run(signal: AbortSignal): Promise<void> {
    const { store, logger, rereadMs } = this.#options;
    const entities = await this.#list(signal);
    const known = await store.components();
    if (entities.length === 0 && known.length > 0) {
      logger.warn(
        `The catalog names no component with '${SLO_ANNOTATION}', although ${known.length} were known: ` +
          'it is taken for not filled yet, and nothing is retired.',
      );
      return;
    }
    const now = Date.parse(this.#now());
    const everything = now >= this.#rereadAt;
    const due = everything
      ? entities
      : entities.filter(entity => this.#isNew(entity));
    const present = new Set(entities.map(entity => stringifyEntityRef(entity)));
    const gone = known
      .map(({ entityRef }) => entityRef)
      .filter(ref => !present.has(ref));
    if (due.length === 0 && gone.length === 0) {
      return;
    }
    await this.#telling(async () => {
      await this.#readTitles(entities);
      await this.#collect(due, signal);
      if (gone.length > 0) {
        await store.retire(gone, this.#now());
        gone.forEach(ref => this.#seen.delete(ref));
        logger.info(`Retired the SLOs of ${gone.join(', ')}`);
      }
    });
    if (everything) {
      this.#rereadAt = now + rereadMs;
    }
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
    const entities = items.filter(item => item !== undefined);
    await this.#telling(() => this.#collect(entities, signal));
  }

  /** Does something and tells when it changed what is in force. */
  async #telling(work: () => Promise<void>): Promise<void> {
    const { store, onChange } = this.#options;
    const before = JSON.stringify(await store.active());
    await work();
    if (JSON.stringify(await store.active()) !== before) {
      await onChange?.();
    }
  }

  async #readTitles(entities: Entity[]): Promise<void> {
    const { auth, catalog, titles } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    await titles.put(await readTitles(catalog, credentials, entities));
  }

  #isNew(entity: Entity): boolean {
    return this.#seen.get(stringifyEntityRef(entity)) !== versionOf(entity);
  }

  async #collect(entities: Entity[], signal: AbortSignal): Promise<void> {
    const { store, logger, parallel } = this.#options;
    const byEntity = groupByEntity(await store.active());
    await inParallel(entities, parallel, async entity => {
      signal.throwIfAborted();
      const entityRef = stringifyEntityRef(entity);
      try {
        await this.#collectOne(entity, byEntity.get(entityRef) ?? [], signal);
        this.#seen.set(entityRef, versionOf(entity));
      } catch (error) {
        signal.throwIfAborted();
        logger.error(
          `The SLOs of ${entityRef} stay as they are: ${
            toError(error).message
          }`,
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

/** What the catalog changes with every change of an entity or its relations. */
function versionOf({ metadata, relations }: Entity): string {
  return metadata.etag ?? JSON.stringify([metadata, relations]);
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
