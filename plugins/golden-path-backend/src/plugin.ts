import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { goldenPathPermissions } from '@arctiq/plugin-golden-path-common';
import { PersonReader } from './catalog/PersonReader';
import { readConfig } from './config';
import { GitHubRepositorySource } from './github/GitHubRepositorySource';
import { createRouter } from './router';
import { CreationService } from './service/CreationService';
import { NameService } from './service/NameService';
import { UnregisterService } from './service/UnregisterService';

/** The backend of the golden paths: checks of creations, and unregistration. */
export const goldenPathPlugin = createBackendPlugin({
  pluginId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, auth, catalog, httpAuth, logger, permissions } = deps;
        const config = readConfig(deps.config);
        const repositories = GitHubRepositorySource.fromConfig(
          deps.config,
          config,
        );
        const people = new PersonReader({
          userInfo: deps.userInfo,
          catalog,
          platformGroups: config.platformGroups,
        });
        const names = new NameService({ auth, catalog, repositories, logger });
        deps.permissionsRegistry.addPermissions(goldenPathPermissions);
        deps.httpRouter.use(
          createRouter({
            httpAuth,
            permissions,
            auditor,
            names,
            creations: new CreationService({
              names,
              people,
              catalog,
              repositories,
              organization: config.github.organization,
            }),
            unregistrations: new UnregisterService({ auth, catalog, people }),
          }),
        );
      },
    });
  },
});
