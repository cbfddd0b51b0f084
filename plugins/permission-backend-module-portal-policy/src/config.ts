import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { normalizeRef } from './person';

/**
 * Reads `portal.platformGroups` as full entity refs.
 *
 * @throws InputError when an entry is not the entity ref of a group
 */
export function readPlatformGroups(config: RootConfigService): Set<string> {
  const groups = new Set<string>();
  const entries = config.getOptionalStringArray('portal.platformGroups') ?? [];
  for (const entry of entries) {
    groups.add(readGroup(entry));
  }
  return groups;
}

function readGroup(entry: string): string {
  const advice =
    'write the entity ref of a group, for example group:default/platform';
  let ref: string;
  try {
    ref = normalizeRef(entry, { kind: 'group', namespace: 'default' });
  } catch (error) {
    throw new InputError(
      `portal.platformGroups holds '${entry}', which is not an entity ref; ${advice}`,
      error,
    );
  }
  if (!ref.startsWith('group:')) {
    throw new InputError(
      `portal.platformGroups holds '${entry}', which is not a group; ${advice}`,
    );
  }
  return ref;
}
