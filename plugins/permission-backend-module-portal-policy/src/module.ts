import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readSpecialGroups } from './config';
import { policyTable } from './decisions';
import { PortalPolicy } from './PortalPolicy';

/**
 * Makes the table in `decisions.ts` the policy of the portal.
 *
 * @public
 */
export const permissionModulePortalPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal-policy',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ auth, config, logger, policy, userInfo }) {
        const groups = readSpecialGroups(config);
        if (groups.platform.size === 0) {
          logger.warn(
            'Nobody runs this portal: portal.platformGroups is empty, so what needs the platform is denied to all. List the entity refs of its groups there.',
          );
        }
        policy.setPolicy(new PortalPolicy({ auth, logger, groups, userInfo }));
        logger.info(
          `Portal policy is active: ${
            policyTable.length
          } permissions have a rule, everything else is denied; platform groups: ${
            [...groups.platform].join(', ') || 'none'
          }; leadership groups: ${[...groups.leadership].join(', ') || 'none'}`,
        );
      },
    });
  },
});
