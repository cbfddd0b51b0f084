// The check action asks this backend; the test is about both.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import goldenPathPlugin from '@arctiq/plugin-golden-path-backend';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import workspaceDatabase from '@backstage/plugin-scaffolder-backend-module-workspace-database';
import scaffolderModuleGoldenPath from '..';

/*
 * A portal in a process of its own, to be killed. Everybody who asks it is the
 * user "mock", a member of "orders"; the configuration comes by --config.
 */
const backend = createBackend();
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  createServiceFactory({
    service: coreServices.userInfo,
    deps: {},
    factory: () => ({
      getUserInfo: async () => ({
        userEntityRef: mockCredentials.user().principal.userEntityRef,
        ownershipEntityRefs: ['group:default/orders'],
      }),
    }),
  }),
);
backend.add(catalogPlugin);
backend.add(templateModel);
backend.add(scaffolderPlugin);
backend.add(workspaceDatabase);
backend.add(scaffolderModuleGoldenPath);
backend.add(goldenPathPlugin);
backend.start();
