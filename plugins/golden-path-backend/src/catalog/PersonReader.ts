import {
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ActingPerson } from '@arctiq/plugin-golden-path-common';

function parentRefOf(group: Entity): string | undefined {
  return group.relations?.find(({ type }) => type === RELATION_CHILD_OF)
    ?.targetRef;
}

/** Finds out for which groups a signed-in person may act. */
export class PersonReader {
  readonly #userInfo: UserInfoService;
  readonly #catalog: CatalogService;
  readonly #platformGroups: string[];

  constructor(options: {
    userInfo: UserInfoService;
    catalog: CatalogService;
    platformGroups: string[];
  }) {
    this.#userInfo = options.userInfo;
    this.#catalog = options.catalog;
    this.#platformGroups = options.platformGroups;
  }

  /** The groups of the caller and the way up from each of them. */
  async read(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<ActingPerson> {
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    const groups = ownershipEntityRefs.filter(
      ref => parseEntityRef(ref).kind === 'group',
    );
    const parentOf = new Map<string, string>();
    const seen = new Set<string>();
    let level = groups;
    while (level.length > 0) {
      level.forEach(ref => seen.add(ref));
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: level, fields: ['kind', 'metadata', 'relations'] },
        { credentials },
      );
      const next = new Set<string>();
      for (const [index, group] of items.entries()) {
        const parent = group && parentRefOf(group);
        if (parent) {
          parentOf.set(level[index], parent);
          if (!seen.has(parent)) {
            next.add(parent);
          }
        }
      }
      level = [...next];
    }
    return { groups, parentOf, platformGroups: this.#platformGroups };
  }
}
