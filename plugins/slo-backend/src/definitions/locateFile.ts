import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import type { ScmIntegrations } from '@backstage/integration';

/** Where a file of definitions is, or why it may not be read. */
export type FileLocation =
  | { url: string; problem?: undefined }
  | { url?: undefined; problem: string };

/** What {@link locateFile} judges by. */
export interface LocateOptions {
  integrations: ScmIntegrations;
  /** Beginnings of addresses that every component may read besides its own repository. */
  allow: string[];
}

/**
 * Finds the address of a file that an entity names. A relative path starts at
 * the source location, else where the entity was registered from. The file must
 * be in the repository that the entity was registered from: the catalog sets
 * that address, whereas everything else in an entity is what its author wrote,
 * who could name the files of another team.
 *
 * @param entity - with its annotations
 * @param file - a path or an absolute address, as in the annotation
 */
export function locateFile(
  entity: Entity,
  file: string,
  options: LocateOptions,
): FileLocation {
  const home = urlOf(entity, ANNOTATION_LOCATION);
  if (!home) {
    return {
      problem:
        `'${file}' cannot be found: the entity was not registered from an address, so it has no repository. ` +
        'Register its catalog-info.yaml by its URL.',
    };
  }
  const source = urlOf(entity, ANNOTATION_SOURCE_LOCATION);
  const base =
    source && isInRepository(source, home, options) ? asFolder(source) : home;
  let url: string;
  try {
    url = /^[a-z][a-z0-9+.-]*:/i.test(file)
      ? new URL(file).toString()
      : options.integrations.resolveUrl({ url: file, base });
  } catch {
    return {
      problem: `'${file}' is neither a path nor an address; write for example 'slo.yaml'.`,
    };
  }
  const allowed =
    isInRepository(url, home, options) ||
    options.allow.some(prefix => isBelow(url, prefix));
  return allowed
    ? { url }
    : {
        problem:
          `'${file}' is outside the repository that the entity was registered from (${home}). ` +
          'Move the file there, or ask the platform team to list its address under slo.definitions.allow.',
      };
}

function urlOf(entity: Entity, annotation: string): string | undefined {
  const value = entity.metadata.annotations?.[annotation];
  if (!value) {
    return undefined;
  }
  try {
    const { type, target } = parseLocationRef(value);
    return type === 'url' ? new URL(target).toString() : undefined;
  } catch {
    return undefined;
  }
}

/** A source location names a folder, with or without a slash at its end. */
function asFolder(url: string): string {
  const path = new URL(url).pathname;
  return path.endsWith('/') || /\.ya?ml$/.test(path) ? url : `${url}/`;
}

/** On GitHub the first two names of the path are the repository; elsewhere the folder counts. */
function isInRepository(
  url: string,
  home: string,
  { integrations }: LocateOptions,
): boolean {
  const homeUrl = new URL(home);
  if (!integrations.github.byUrl(homeUrl)) {
    return isBelow(url, new URL('.', homeUrl).toString());
  }
  const [owner, repository] = homeUrl.pathname.split('/').slice(1, 3);
  return isBelow(url, `${homeUrl.origin}/${owner}/${repository}/`);
}

function isBelow(url: string, prefix: string): boolean {
  try {
    const { origin, pathname } = new URL(url);
    const allowed = new URL(prefix);
    const folder = allowed.pathname.endsWith('/')
      ? allowed.pathname
      : `${allowed.pathname}/`;
    return (
      origin === allowed.origin &&
      !/%2f|%5c|%2e/i.test(pathname) &&
      (pathname === allowed.pathname ||
        pathname.toLowerCase().startsWith(folder.toLowerCase()))
    );
  } catch {
    return false;
  }
}
