import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { normalizeRef, type SpecialGroups } from './person';

/**
 * Reads `portal.platformGroups` and `portal.leadershipGroups` as full entity
 * refs.
 *
 * @throws InputError when an entry is not the entity ref of a group
 */
export function readSpecialGroups(config: RootConfigService): SpecialGroups {
  return {
    platform: readGroups(config, 'portal.platformGroups'),
    leadership: readGroups(config, 'portal.leadershipGroups'),
  };
}

function readGroups(config: RootConfigService, key: string): Set<string> {
  const entries = config.getOptionalStringArray(key) ?? [];
  return new Set(entries.map(entry => readGroup(entry, key)));
}

function readGroup(entry: string, key: string): string {
  const advice =
    'write the entity ref of a group, for example group:default/platform';
  let ref: string;
  try {
    ref = normalizeRef(entry, { kind: 'group', namespace: 'default' });
  } catch (error) {
    throw new InputError(
      `${key} holds '${entry}', which is not an entity ref; ${advice}`,
      error,
    );
  }
  if (!ref.startsWith('group:')) {
    throw new InputError(
      `${key} holds '${entry}', which is not a group; ${advice}`,
    );
  }
  return ref;
}
