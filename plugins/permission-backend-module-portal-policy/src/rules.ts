import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderTaskConditionalDecision,
  createScaffolderTemplateConditionalDecision,
  scaffolderTaskConditions,
  scaffolderTemplateConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import type { Person } from './person';

/** Tag under `backstage:permissions` of a template's step or page that only the platform may use. */
export const PLATFORM_ONLY_TAG = 'platform-only';

/** Who a permission is for. Only signed-in people are ever asked about. */
export interface Rule<TPermission extends Permission = Permission> {
  name: string;
  decide(permission: TPermission, person: Person): PolicyDecision;
}

/** Any signed-in person. */
export const everyone: Rule = {
  name: 'everyone',
  decide: () => ({ result: AuthorizeResult.ALLOW }),
};

/** Members of any group. */
export const teamMember: Rule = {
  name: 'teamMember',
  decide: (_, person) => allowIf(person.isTeamMember || person.isPlatform),
};

/** Members of a group that runs the portal. */
export const platform: Rule = {
  name: 'platform',
  decide: (_, person) => allowIf(person.isPlatform),
};

/** Direct members of a group that leads a department or the company, and the platform. */
export const leadership: Rule = {
  name: 'leadership',
  decide: (_, person) => allowIf(person.isLeader || person.isPlatform),
};

/** Whoever owns the entity, and the platform. */
export const owner: Rule<ResourcePermission<'catalog-entity'>> = {
  name: 'owner',
  decide: (permission, person) =>
    person.isPlatform
      ? allowIf(true)
      : createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims: person.claims }),
        ),
};

/** Whoever started the run, and the platform. */
export const taskOwner: Rule<ResourcePermission<'scaffolder-task'>> = {
  name: 'taskOwner',
  decide: (permission, person) =>
    person.isPlatform
      ? allowIf(true)
      : createScaffolderTaskConditionalDecision(
          permission,
          scaffolderTaskConditions.isTaskOwner({
            createdBy: [person.userEntityRef],
          }),
        ),
};

/** Everyone, apart from what a template tags as `platform-only`. */
export const unlessPlatformOnly: Rule<
  ResourcePermission<'scaffolder-template'>
> = {
  name: 'unlessPlatformOnly',
  decide: (permission, person) =>
    person.isPlatform
      ? allowIf(true)
      : createScaffolderTemplateConditionalDecision(permission, {
          not: scaffolderTemplateConditions.hasTag({ tag: PLATFORM_ONLY_TAG }),
        }),
};

function allowIf(condition: boolean): PolicyDecision {
  return {
    result: condition ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
  };
}
