import { sloPermissions } from '@arctiq/plugin-slo-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { registerActions } from './actions/registerActions';
import { MeasurementCollector } from './collector/MeasurementCollector';
import { readCollectorConfig } from './config/readCollectorConfig';
import { readPrometheusConfig } from './config/readPrometheusConfig';
import { readSloConfig } from './config/readSloConfig';
import { DefinitionCollector } from './definitions/DefinitionCollector';
import { subscribeToPushes } from './definitions/subscribeToPushes';
import { ChangeSender } from './notify/ChangeSender';
import { createRouter } from './routes/createRouter';
import { scheduleTasks, triggerReading } from './scheduleTasks';
import { createServices } from './service/createServices';
import { createPrometheusSource } from './source/createPrometheusSource';
import { sloSourcesExtensionPoint } from './source/sloSourcesExtensionPoint';
import { SourceRegistry } from './source/SourceRegistry';
import { StatusUpdater } from './status/StatusUpdater';
import { createDatabase } from './store/createDatabase';
import { createStores } from './store/createStores';

/** Measures service level objectives and answers the promotion gate. */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    const sources = new SourceRegistry();
    env.registerExtensionPoint(sloSourcesExtensionPoint, sources);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { logger, rootConfig } = deps;
        const config = readSloConfig(rootConfig);
        const collecting = readCollectorConfig(rootConfig);
        const prometheus = readPrometheusConfig(rootConfig);
        if (prometheus) {
          sources.addSource(createPrometheusSource(prometheus));
        }
        const stores = createStores(await createDatabase(deps.database));
        const { policy } = config;
        const updater = new StatusUpdater({ ...stores, policy, logger });
        const services = createServices({
          ...deps,
          stores,
          config,
          updater,
          now: () => new Date(),
        });

        deps.permissionsRegistry.addPermissions(sloPermissions);
        deps.httpRouter.use(createRouter({ ...deps, services }));
        registerActions({ ...deps, services });

        const sender = new ChangeSender({ ...deps, ...stores });
        async function update() {
          await updater.update('all', Math.floor(Date.now() / 1000));
          await sender.run();
        }
        const definitions = new DefinitionCollector({
          ...deps,
          store: stores.definitions,
          titles: stores.titles,
          files: {
            ...config.definitions,
            reader: deps.urlReader,
            integrations: ScmIntegrations.fromConfig(rootConfig),
            timeoutMs: 15_000,
          },
          parallel: config.definitions.parallel,
          rereadMs: 5 * 60_000,
          async onChange() {
            await update();
            await triggerReading(deps.scheduler, config);
          },
          logger: logger.child({ task: 'read-definitions' }),
        });
        await subscribeToPushes({
          ...deps,
          store: stores.definitions,
          collector: definitions,
        });
        const measurements = new MeasurementCollector({
          ...stores,
          source: sources,
          onMeasured: update,
          ranges: collecting.ranges,
          logger: logger.child({ task: 'measure' }),
        });
        await scheduleTasks({
          ...deps,
          ...stores,
          config,
          collecting,
          definitions,
          measurements,
          update,
        });
      },
    });
  },
});
