import { createPermission } from '@backstage/plugin-permission-common';

/** Reading the open pull requests of the organization. */
export const pullRequestsReadPermission = createPermission({
  name: 'pull-requests.read',
  attributes: { action: 'read' },
});

/** Every permission of this plugin. */
export const pullRequestsPermissions = [pullRequestsReadPermission];
