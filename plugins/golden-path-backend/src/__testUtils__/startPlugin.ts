import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import goldenPathPlugin from '..';
import { ORGANIZATION } from './entities';

/** Starts the real plugin with a person, a catalog and a GitHub. */
export async function startPlugin(options: {
  githubHost: string;
  memberships: string[];
  entities?: Entity[];
  /** Registered locations by the ref of one of their entities. */
  locations?: Record<string, string>;
  denied?: string[];
}) {
  const removed: string[] = [];
  const inMemory = catalogServiceMock({
    entities: [...ORGANIZATION, ...(options.entities ?? [])],
  });
  const catalog = Object.assign(inMemory, {
    async getLocationByEntity(entityRef: string) {
      const target = options.locations?.[entityRef];
      return (
        target && {
          id: `id of ${target}`,
          type: 'url',
          target,
          entityRef: 'location:default/generated-1',
        }
      );
    },
    async removeLocationById(id: string) {
      removed.push(id);
    },
  });
  const auditor = mockServices.auditor.mock();
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(auditEvent);

  const { server } = await startTestBackend({
    features: [
      goldenPathPlugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog as never,
      }),
      auditor.factory,
      mockServices.userInfo.mock({
        async getUserInfo() {
          return {
            userEntityRef: mockCredentials.user().principal.userEntityRef,
            ownershipEntityRefs: [
              mockCredentials.user().principal.userEntityRef,
              ...options.memberships.map(name => `group:default/${name}`),
            ],
          };
        },
      }).factory,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: options.denied?.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal' },
          portal: { platformGroups: ['group:default/platform'] },
          integrations: {
            github: [
              {
                host: options.githubHost,
                apiBaseUrl: `http://${options.githubHost}/api/v3`,
                token: 'github-token',
              },
            ],
          },
          goldenPath: {
            github: {
              host: options.githubHost,
              organization: 'arctiq-commerce',
            },
            requestTimeout: { milliseconds: 300 },
          },
        },
      }),
    ],
  });
  return { server, removed, auditor, auditEvent };
}
