import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readSandboxSettings } from './config';
import { CatalogPeople } from './people/CatalogPeople';
import { createSandboxProviderFactory } from './provider';
import { createRouter } from './router';
import { SessionCookie } from './SessionCookie';

/**
 * Sign-in as any person of the catalog: `/api/auth/sandbox`.
 *
 * @remarks
 * Does nothing without `auth.providers.sandbox` in the configuration, and stops
 * the start of the backend when that key meets `NODE_ENV=production`.
 *
 * @public
 */
export const authModuleSandbox = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sandbox',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init(deps) {
        const settings = readSandboxSettings(deps.config, process.env.NODE_ENV);
        if (!settings) {
          return;
        }
        const cookie = new SessionCookie(
          await deps.discovery.getExternalBaseUrl('auth'),
        );
        const people = new CatalogPeople(deps.catalog, deps.auth);
        deps.providers.registerProvider({
          providerId: 'sandbox',
          factory: createSandboxProviderFactory({ cookie }),
        });
        deps.httpRouter.use(
          createRouter({ cookie, people, secret: settings.sessionSecret }),
        );
        deps.logger.warn(
          'Anybody who reaches this portal can sign in as anybody: auth.providers.sandbox is configured',
        );
      },
    });
  },
});
