import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { policyTable } from './decisions';
import { PortalPolicy } from './PortalPolicy';

type Answer = 'allow' | 'deny' | 'if-owner' | 'if-author' | 'if-untagged';

/** Who asks, with the groups they belong to. */
const personas = {
  developer: ['group:default/orders'],
  manager: ['group:default/payments'],
  onCall: ['group:default/orders', 'group:default/on-call'],
  platform: ['group:default/platform'],
  director: ['group:default/commerce'],
  withoutTeam: [],
} satisfies Record<string, string[]>;

type Persona = keyof typeof personas;
const inTeam: Persona[] = ['developer', 'manager', 'onCall', 'director'];

/** The same answer for everybody in a team, then for the platform and for a person without a team. */
type Expectation = [team: Answer, platform: Answer, withoutTeam: Answer];

const expected: Record<string, Expectation> = {
  'catalog.entity.read': ['allow', 'allow', 'allow'],
  'catalog.entity.create': ['allow', 'allow', 'deny'],
  'catalog.entity.delete': ['if-owner', 'allow', 'if-owner'],
  'catalog.entity.refresh': ['allow', 'allow', 'deny'],
  'catalog.entity.validate': ['allow', 'allow', 'deny'],
  'catalog.location.read': ['allow', 'allow', 'allow'],
  'catalog.location.create': ['allow', 'allow', 'deny'],
  'catalog.location.analyze': ['allow', 'allow', 'deny'],
  'catalog.location.delete': ['deny', 'allow', 'deny'],
  'catalog.ingestion.read': ['deny', 'allow', 'deny'],
  'catalog.ingestion.manage': ['deny', 'allow', 'deny'],
  'scaffolder.template.parameter.read': ['if-untagged', 'allow', 'if-untagged'],
  'scaffolder.template.step.read': ['if-untagged', 'allow', 'if-untagged'],
  'scaffolder.task.create': ['allow', 'allow', 'deny'],
  'scaffolder.action.execute': ['allow', 'allow', 'deny'],
  'scaffolder.task.read': ['if-author', 'allow', 'if-author'],
  'scaffolder.task.cancel': ['if-author', 'allow', 'if-author'],
  'scaffolder.template.dry-run': ['deny', 'allow', 'deny'],
  'scaffolder.template.management': ['deny', 'allow', 'deny'],
  'golden-path.creation.check': ['allow', 'allow', 'deny'],
  'golden-path.component.unregister': ['allow', 'allow', 'deny'],
  'pull-requests.read': ['allow', 'allow', 'allow'],
  'slo.read': ['allow', 'allow', 'allow'],
  'slo.gate.ask': ['allow', 'allow', 'allow'],
  'slo.correction.create': ['if-owner', 'allow', 'if-owner'],
  'slo.exemption.create': ['deny', 'allow', 'deny'],
};

/** What a director may beyond a member of a team. */
const directorMay = new Set(['slo.exemption.create']);

function userRef(persona: Persona): string {
  return `user:default/${persona.toLowerCase()}`;
}

function claims(persona: Persona): string[] {
  return [userRef(persona), ...personas[persona]];
}

function expectedFor(name: string, persona: Persona): Answer {
  const [team, platform, withoutTeam] = expected[name];
  if (persona === 'director' && directorMay.has(name)) {
    return 'allow';
  }
  if (inTeam.includes(persona)) {
    return team;
  }
  return persona === 'platform' ? platform : withoutTeam;
}

function decision(answer: Answer, persona: Persona): PolicyDecision {
  switch (answer) {
    case 'if-owner':
      return condition('catalog', 'catalog-entity', 'IS_ENTITY_OWNER', {
        claims: claims(persona),
      });
    case 'if-author':
      return condition('scaffolder', 'scaffolder-task', 'IS_TASK_OWNER', {
        createdBy: [userRef(persona)],
      });
    case 'if-untagged': {
      const tagged = condition('scaffolder', 'scaffolder-template', 'HAS_TAG', {
        tag: 'platform-only',
      });
      return { ...tagged, conditions: { not: tagged.conditions } };
    }
    default:
      return {
        result: answer === 'allow' ? 'ALLOW' : 'DENY',
      } as PolicyDecision;
  }
}

function condition(
  pluginId: string,
  resourceType: string,
  rule: string,
  params: Record<string, string | string[]>,
) {
  return {
    result: 'CONDITIONAL',
    pluginId,
    resourceType,
    conditions: { rule, resourceType, params },
  } as Extract<PolicyDecision, { pluginId: string }>;
}

function permissionOf(name: string): Permission {
  return policyTable.find(row => row.permission.name === name)!.permission;
}

function setup() {
  const logger = mockServices.logger.mock();
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const ref = (
        credentials as BackstageCredentials<{ userEntityRef: string }>
      ).principal.userEntityRef;
      const persona = (Object.keys(personas) as Persona[]).find(
        candidate => userRef(candidate) === ref,
      )!;
      return { userEntityRef: ref, ownershipEntityRefs: claims(persona) };
    },
  });
  const policy = new PortalPolicy({
    auth: mockServices.auth(),
    logger,
    groups: {
      platform: new Set(['group:default/platform']),
      leadership: new Set(['group:default/commerce']),
    },
    userInfo,
  });
  return { logger, policy, userInfo };
}

function asUser(credentials: BackstageCredentials): PolicyQueryUser {
  return {
    credentials,
    // Deprecated, and deliberately wrong: the policy must not read it.
    info: {
      userEntityRef: 'user:default/nobody',
      ownershipEntityRefs: ['group:default/platform'],
    },
  };
}

describe('PortalPolicy', () => {
  it('is expected to decide on exactly the permissions of the table', () => {
    expect(Object.keys(expected).sort()).toEqual(
      policyTable.map(row => row.permission.name).sort(),
    );
  });

  describe.each(Object.keys(expected))('%s', name => {
    const permission = permissionOf(name);

    it.each(Object.keys(personas) as Persona[])(
      'asked by %s',
      async persona => {
        const { policy } = setup();
        await expect(
          policy.handle(
            { permission },
            asUser(mockCredentials.user(userRef(persona))),
          ),
        ).resolves.toEqual(decision(expectedFor(name, persona), persona));
      },
    );

    it.each([
      ['nobody', undefined],
      ['an unauthenticated caller', asUser(mockCredentials.none())],
      ['a service', asUser(mockCredentials.service())],
    ])('is denied to %s', async (_, user) => {
      const { policy } = setup();
      await expect(policy.handle({ permission }, user)).resolves.toEqual({
        result: 'DENY',
      });
    });
  });

  it('denies what has no row, and logs its name once', async () => {
    const { logger, policy } = setup();
    const permission: Permission = {
      type: 'basic',
      name: 'kubernetes.proxy\nforged',
      attributes: {},
    };
    const user = asUser(mockCredentials.user(userRef('platform')));
    for (const _ of [1, 2]) {
      await expect(policy.handle({ permission }, user)).resolves.toEqual({
        result: 'DENY',
      });
    }
    expect(logger.debug).toHaveBeenCalledTimes(1);
    expect(logger.debug).toHaveBeenCalledWith(
      'Denied permission "kubernetes.proxy\\nforged": it has no row of that kind in the policy table',
    );
  });

  it('remembers a bounded number of unknown names', async () => {
    const { logger, policy } = setup();
    for (let index = 0; index < 500; index++) {
      await policy.handle({
        permission: { type: 'basic', name: `made.up.${index}`, attributes: {} },
      });
    }
    expect(logger.debug).toHaveBeenCalledTimes(100);
  });

  it.each<Permission>([
    { type: 'basic', name: 'catalog.entity.delete', attributes: {} },
    {
      type: 'resource',
      resourceType: 'scaffolder-task',
      name: 'catalog.entity.delete',
      attributes: {},
    },
    {
      type: 'resource',
      resourceType: 'catalog-entity',
      name: 'catalog.location.delete',
      attributes: {},
    },
  ])('denies a known name of another kind: %p', async permission => {
    const { policy } = setup();
    await expect(
      policy.handle(
        { permission },
        asUser(mockCredentials.user(userRef('platform'))),
      ),
    ).resolves.toEqual({ result: 'DENY' });
  });

  it('looks a person up once for all permissions of a request', async () => {
    const { policy, userInfo } = setup();
    const user = asUser(mockCredentials.user(userRef('developer')));
    await Promise.all(
      policyTable.map(({ permission }) => policy.handle({ permission }, user)),
    );
    expect(userInfo.getUserInfo).toHaveBeenCalledTimes(1);
  });

  it('fails rather than guesses when the person cannot be looked up', async () => {
    const { policy, userInfo } = setup();
    userInfo.getUserInfo.mockRejectedValue(new Error('auth is down'));
    await expect(
      policy.handle(
        { permission: permissionOf('catalog.entity.read') },
        asUser(mockCredentials.user(userRef('platform'))),
      ),
    ).rejects.toThrow('auth is down');
  });
});
