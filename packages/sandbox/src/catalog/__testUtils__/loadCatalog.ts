import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import type { CatalogSeed } from '..';

/** Addresses that tests use. */
export const TEST_OPTIONS = {
  githubUrl: 'http://github.test:7070',
  portalUrl: 'http://portal.test:7007',
};

/** Moment that tests describe: a Wednesday. */
export const TEST_NOW = new Date('2026-03-11T10:00:00Z');

/** Reads files of the seed by their address, as the portal would over HTTP. */
export function createReader(seed: CatalogSeed): (url: string) => string {
  const files = new Map<string, string>();
  for (const repository of seed.repositories) {
    const base = `${TEST_OPTIONS.githubUrl}/${seed.organization.login}/${repository.name}/blob/main/`;
    for (const file of repository.files) {
      files.set(base + file.path, file.content);
    }
  }
  return url => {
    const content = files.get(url);
    if (content === undefined) {
      throw new Error(`No repository has a file at ${url}`);
    }
    return content;
  };
}

function parse(url: string, text: string): Entity[] {
  return parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) {
      throw new Error(`${url}: ${document.errors[0]}`);
    }
    return document.toJS();
  });
}

function resolvePlaceholders(
  entity: Entity,
  url: string,
  read: (url: string) => string,
): Entity {
  return JSON.parse(JSON.stringify(entity), (_, value) =>
    value && typeof value === 'object' && '$text' in value
      ? read(new URL(value.$text, url).href)
      : value,
  );
}

/**
 * Walks from `all.yaml` to every entity, as the catalog backend does: follows
 * the targets of locations and puts files in the place of `$text`.
 */
export function loadCatalog(seed: CatalogSeed): Entity[] {
  const read = createReader(seed);
  const entities: Entity[] = [];
  const start = `${TEST_OPTIONS.githubUrl}/${seed.organization.login}/catalog/blob/main/all.yaml`;
  const queue = [start];
  for (const url of queue) {
    for (const entity of parse(url, read(url))) {
      entities.push(resolvePlaceholders(entity, url, read));
      if (entity.kind === 'Location') {
        const targets = (entity.spec?.targets ?? []) as string[];
        queue.push(...targets.map(target => new URL(target, url).href));
      }
    }
  }
  return entities;
}

/** Entities by their reference. */
export function byRef(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity] as const),
  );
}
