import {
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

const PIPELINE =
  'external:github:repo:arctiq-commerce/order-service:ref:refs/heads/main';
const STRANGER = 'external:github:repo:evil-corp/x:ref:refs/heads/main';

/** Header of a service with a subject. */
function serviceHeader(subject: string): string {
  return `Bearer mock-service-token:${JSON.stringify({ sub: subject })}`;
}

/** Who asks, by the header that they send. */
export const personas = {
  anonymous: mockCredentials.none.header(),
  /** Signed in, with no permission at all. */
  guest: mockCredentials.user.header('user:default/guest'),
  /** Member of the team that owns the order service. */
  owner: mockCredentials.user.header('user:default/amara.okafor'),
  /** Member of another team. */
  otherTeam: mockCredentials.user.header('user:default/daniel.reyes'),
  platform: mockCredentials.user.header('user:default/jonas.lindqvist'),
  director: mockCredentials.user.header('user:default/victoria.langford'),
  /** Another plugin of the portal. */
  plugin: serviceHeader('plugin:golden-path'),
  /** A pipeline of the company, which may ask the gate and nothing else. */
  pipeline: serviceHeader(PIPELINE),
  /** A pipeline of somebody else with a token of the same issuer. */
  stranger: serviceHeader(STRANGER),
} as const;

export type Persona = keyof typeof personas;

const GROUPS: Record<string, string[]> = {
  'user:default/amara.okafor': ['group:default/orders'],
  'user:default/daniel.reyes': ['group:default/payments'],
  'user:default/jonas.lindqvist': ['group:default/platform'],
  'user:default/victoria.langford': ['group:default/commerce'],
};

/** Components by their owner, for the permission on corrections. */
const OWNERS: Record<string, string> = {
  'component:default/order-service': 'group:default/orders',
  'component:default/cart-service': 'group:default/cart',
};

/** The people as the service of user information knows them. */
export const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...(GROUPS[userEntityRef] ?? [])],
      };
    },
  }),
});

/** Decides as the portal's policy and the permission service do. */
export const permissionsFactory = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: (): PermissionsService => ({
    async authorize(requests, options) {
      const { principal } = (options as { credentials: BackstageCredentials })
        .credentials;
      return requests.map(({ permission, resourceRef }) => ({
        result: isAllowed(principal, permission.name, resourceRef)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      }));
    },
    async authorizeConditional() {
      throw new Error('Nothing here asks for conditions');
    },
  }),
});

function isAllowed(
  principal: unknown,
  permission: string,
  resourceRef: string | undefined,
): boolean {
  const { type, subject, userEntityRef } = principal as {
    type: string;
    subject?: string;
    userEntityRef?: string;
  };
  if (type === 'service') {
    return subject?.startsWith('external:')
      ? permission === 'slo.gate.ask'
      : true;
  }
  const groups = GROUPS[userEntityRef ?? ''];
  if (!groups) {
    return false;
  }
  const isPlatform = groups.includes('group:default/platform');
  switch (permission) {
    case 'slo.read':
    case 'slo.gate.ask':
      return true;
    case 'slo.correction.create':
      return isPlatform || groups.includes(OWNERS[resourceRef ?? ''] ?? '');
    default:
      return isPlatform || groups.includes('group:default/commerce');
  }
}
