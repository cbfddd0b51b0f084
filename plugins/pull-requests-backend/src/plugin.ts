import { pullRequestsPermissions } from '@arctiq/plugin-pull-requests-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createListOpenPullRequestsAction } from './actions/createListOpenPullRequestsAction';
import { DirectoryCollector } from './collector/DirectoryCollector';
import { PullRequestCollector } from './collector/PullRequestCollector';
import { readPullRequestsConfig } from './config';
import { subscribeToPullRequestEvents } from './events/subscribeToPullRequestEvents';
import { createRouter } from './router';
import { PullRequestService } from './service/PullRequestService';
import { createGithubSource } from './source/createGithubSource';
import { createDatabase } from './store/createDatabase';
import { DatabaseDirectoryStore } from './store/DatabaseDirectoryStore';
import { DatabasePullRequestStore } from './store/DatabasePullRequestStore';

/** Collects open pull requests and answers who has to do what about them. */
export const pullRequestsPlugin = createBackendPlugin({
  pluginId: 'pull-requests',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, logger, rootConfig, scheduler } = deps;
        const config = readPullRequestsConfig(rootConfig);
        const source = createGithubSource({ rootConfig, config, logger });
        const knex = await createDatabase(deps.database);
        const store = new DatabasePullRequestStore(knex);
        const directory = new DatabaseDirectoryStore(knex);
        const service = new PullRequestService({
          ...deps,
          store,
          directory,
        });

        deps.permissionsRegistry.addPermissions(pullRequestsPermissions);
        deps.httpRouter.use(createRouter({ ...deps, service }));
        createListOpenPullRequestsAction({ ...deps, service });
        await subscribeToPullRequestEvents({
          ...deps,
          store,
          organization: config.organization,
        });

        const collector = new PullRequestCollector({
          source,
          store,
          logger: logger.child({ task: 'collect-pull-requests' }),
        });
        await scheduler.createScheduledTaskRunner(config.schedule).run({
          id: 'collect-pull-requests',
          fn: signal => collector.run(signal),
        });

        const directoryCollector = new DirectoryCollector({
          auth,
          catalog,
          store: directory,
          logger: logger.child({ task: 'read-directory' }),
        });
        await scheduler
          .createScheduledTaskRunner(config.directorySchedule)
          .run({
            id: 'read-directory',
            fn: signal => directoryCollector.run(signal),
          });
      },
    });
  },
});
