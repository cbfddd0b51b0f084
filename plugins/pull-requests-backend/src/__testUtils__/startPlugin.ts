import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import pullRequestsPlugin from '..';
import { GithubServer } from './githubServer';

/** Where the plugin lists pull requests. */
export const LIST_PATH = '/api/pull-requests/v1/pull-requests';

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'order-service',
      namespace: 'default',
      title: 'Order service',
      annotations: {
        'github.com/project-slug': 'arctiq-commerce/order-service',
      },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/orders' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'amara.okafor',
      namespace: 'default',
      annotations: { 'github.com/user-login': 'amara-okafor' },
    },
    spec: { profile: { displayName: 'Amara Okafor' } },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: 'orders',
      namespace: 'default',
      annotations: { 'github.com/team-slug': 'arctiq-commerce/orders' },
    },
  },
];

/**
 * Starts the whole plugin against a server that speaks like GitHub and a catalog
 * with Amara, her team `orders` and their component `order-service`.
 */
export async function startPlugin(
  github: GithubServer,
  options: { permission?: AuthorizeResult; userRef?: string } = {},
) {
  const { host, apiBaseUrl } = github;
  const events = mockServices.events();
  const scheduler = mockServices.scheduler();
  const actions = actionsRegistryServiceMock();
  const userInfo = mockServices.userInfo({
    userEntityRef: options.userRef ?? 'user:default/amara.okafor',
    ownershipEntityRefs: ['user:default/amara.okafor', 'group:default/orders'],
  });
  const backend = await startTestBackend({
    features: [
      pullRequestsPlugin,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => userInfo,
      }),
      mockServices.permissions.factory({
        result:
          options.permission === AuthorizeResult.DENY
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [{ host, apiBaseUrl, token: 'test-token' }],
          },
          pullRequests: {
            github: { host, organization: 'arctiq-commerce' },
          },
        },
      }),
    ],
  });
  const { server } = backend;
  return {
    server,
    events,
    actions,
    stop: () => backend.stop(),
    /** Runs both collectors until they have read everything once. */
    async collect() {
      await scheduler.triggerTask('collect-pull-requests');
      // Goes on for a while to see whether the catalog still changes.
      scheduler.triggerTask('read-directory').catch(() => undefined);
      const known = `${LIST_PATH}?entityRef=order-service`;
      while ((await request(server).get(known)).body.totalItems !== 2) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    },
  };
}
