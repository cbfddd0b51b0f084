import { SLICE_SECONDS } from '@arctiq/plugin-slo-common';
import {
  coreServices,
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import sloPlugin from '..';
import { createStores } from '../store/createStores';
import { componentEntity, groupEntity } from './company';
import { FileServer } from './FileServer';
import { permissionsFactory, userInfoFactory } from './people';
import { sliceSeries } from './slos';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Last slice boundary before now: budgets are evaluated by the real clock. */
export const NOW =
  Math.floor(Date.now() / 1000 / SLICE_SECONDS) * SLICE_SECONDS;

/** The whole plugin with files, people and a catalog, on an empty database. */
export async function startPlugin(
  options: {
    entities?: Entity[];
    /** Under `slo`. */
    config?: object;
    /** Beside `slo`. */
    rootConfig?: object;
    /** Real services in the place of those of the test. */
    features?: ServiceFactory[];
  } = {},
) {
  const knex = await databases.init('SQLITE_3');
  const files = new FileServer();
  const scheduler = mockServices.scheduler();
  const events = mockServices.events();
  const actions = actionsRegistryServiceMock();
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit);
  const sent: unknown[] = [];
  const notifications = { refuse: undefined as Error | undefined };
  const backend = await startTestBackend({
    features: [
      sloPlugin,
      ...(options.features ?? [permissionsFactory]),
      userInfoFactory,
      auditor.factory,
      mockServices.urlReader.mock({ readUrl: files.readUrl }).factory,
      catalogServiceMock.factory({
        entities: options.entities ?? [
          componentEntity('order-service', 'orders'),
          componentEntity('cart-service', 'cart'),
          componentEntity('bare-service', 'orders', {
            annotations: { 'arctiq.io/slo': '' },
          }),
          groupEntity('orders'),
        ],
      }),
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
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification) {
            if (notifications.refuse) {
              throw notifications.refuse;
            }
            sent.push(notification);
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          ...options.rootConfig,
          app: { baseUrl: 'https://portal.test' },
          integrations: {
            github: [
              { host: 'github.test', apiBaseUrl: 'https://github.test/api/v3' },
            ],
          },
          slo: {
            gate: { subjects: ['external:github:repo:arctiq-commerce/'] },
            ...options.config,
          },
        },
      }),
    ],
  });
  const stores = createStores(knex);
  return {
    ...{ server: backend.server, files, events, actions, auditor, audit, sent },
    notifications,
    stores,
    stop: () => backend.stop(),
    readDefinitions: () => scheduler.triggerTask('read-definitions'),
    updateBudgets: () => scheduler.triggerTask('update-budgets'),
    runTask: (id: string) => scheduler.triggerTask(id),
    /**
     * Writes measurements of an SLO: 8 days with one ratio of errors, up to an
     * age in seconds.
     */
    async measure(id: string, errorRatio: number, age: number = 0) {
      const to = NOW - Math.ceil(age / SLICE_SECONDS) * SLICE_SECONDS;
      await stores.slices.write([
        { key: id, slices: sliceSeries(to - 8 * 86_400, to, errorRatio) },
      ]);
    },
  };
}
