import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { LocalSearchEngine } from './LocalSearchEngine';

/**
 * Searches in memory where the database is not PostgreSQL; there
 * `search-backend-module-pg` registers its own engine.
 */
export const searchModuleLocal = createBackendModule({
  pluginId: 'search',
  moduleId: 'local',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        searchEngines: searchEngineRegistryExtensionPoint,
      },
      async init({ config, logger, searchEngines }) {
        if (config.getOptionalString('backend.database.client') === 'pg') {
          return;
        }
        searchEngines.setSearchEngine(new LocalSearchEngine({ logger }));
      },
    });
  },
});
