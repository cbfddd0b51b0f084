import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { componentEntity, groupEntity, openSlo, sloFile } from './company';
import { createTestDatabases, openStores } from './databases';
import { FileServer } from './FileServer';
import { DefinitionCollector } from '../definitions/DefinitionCollector';

const databases = createTestDatabases();
/** Ends nothing. */
export const signal = new AbortController().signal;
export const orders = componentEntity('order-service', 'orders');
export const cart = componentEntity('cart-service', 'cart');
const now = new Date('2026-11-21T15:00:00.000Z');
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.test', apiBaseUrl: 'https://github.test/api' }],
    },
  }),
);

/** A collector of two components with one SLO each, after its first run. */
export async function prepareDefinitions(
  entities: Entity[] = [orders, cart, groupEntity('orders')],
  rereadMs: number = 0,
) {
  const stores = await openStores(await databases.init('SQLITE_3'));
  const server = new FileServer();
  server.files.set(
    sloFile('order-service'),
    openSlo('availability', 'order-service'),
  );
  server.files.set(
    sloFile('cart-service'),
    openSlo('availability', 'cart-service'),
  );
  const logger = mockServices.logger.mock();
  function collectorOf(known: Entity[]) {
    return new DefinitionCollector({
      catalog: catalogServiceMock({ entities: known }),
      auth: mockServices.auth(),
      store: stores.definitions,
      titles: stores.titles,
      logger,
      files: {
        reader: mockServices.urlReader.mock({ readUrl: server.readUrl }),
        integrations,
        allow: [],
        maxBytes: 4096,
        maxFiles: 2,
        timeoutMs: 20_000,
      },
      parallel: 2,
      rereadMs,
      now: () => now,
    });
  }
  async function ids() {
    const active = await stores.definitions.active();
    return active.map(({ definition }) => definition.id);
  }
  async function problems(name: string) {
    const readings = await stores.definitions.reading(
      `component:default/${name}`,
    );
    return readings.flatMap(reading =>
      reading.problems.map(({ message }) => message),
    );
  }
  const collector = collectorOf(entities);
  await collector.run(signal);
  return { stores, server, logger, collector, collectorOf, ids, problems };
}
