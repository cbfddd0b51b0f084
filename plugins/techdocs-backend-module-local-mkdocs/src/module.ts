import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { techdocsGeneratorExtensionPoint } from '@backstage/plugin-techdocs-node';
import { readLocalMkdocsConfig } from './config';
import { LocalMkdocsGenerator } from './mkdocs/LocalMkdocsGenerator';
import { LocalRunner } from './mkdocs/LocalRunner';
import { MkdocsInstallation } from './mkdocs/MkdocsInstallation';

/**
 * Builds documentation with an mkdocs that it installs itself, where
 * `techdocs.builder` and `techdocs.generator.runIn` are `local`. Elsewhere it
 * leaves the stock generator in place.
 *
 * @public
 */
export const techdocsModuleLocalMkdocs = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'local-mkdocs',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        generator: techdocsGeneratorExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, generator, lifecycle, logger }) {
        const own = readLocalMkdocsConfig(config);
        if (!own) {
          return;
        }
        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());
        const surroundings = {
          env: process.env,
          signal: shutdown.signal,
        };
        const installation = new MkdocsInstallation({
          ...surroundings,
          config: own,
          logger,
          platform: process.platform,
        });
        generator.setTechdocsGenerator(
          new LocalMkdocsGenerator({
            config,
            logger,
            installation,
            containerRunner: new LocalRunner({ ...surroundings, installation }),
          }),
        );
      },
    });
  },
});
