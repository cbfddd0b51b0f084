import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCatalogRegisterAction } from './actions/createCatalogRegisterAction';
import { createRepositoryPublishAction } from './actions/createRepositoryPublishAction';
import { createRequestCheckAction } from './actions/createRequestCheckAction';
import { GoldenPathClient } from './client/GoldenPathClient';
import { readActionsConfig } from './config';
import { GitHubAccess } from './github/GitHubAccess';

/** Adds the actions of the golden paths to the scaffolder. */
export const scaffolderModuleGoldenPath = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, catalog, config: rootConfig, discovery, scaffolder }) {
        const config = readActionsConfig(rootConfig);
        scaffolder.addActions(
          createRequestCheckAction({
            client: new GoldenPathClient({ auth, discovery }),
            portalUrl: config.portalUrl,
          }),
          createRepositoryPublishAction({
            config,
            catalog,
            github: GitHubAccess.fromConfig(rootConfig, config.github),
          }),
          createCatalogRegisterAction({ catalog }),
        );
      },
    });
  },
});
