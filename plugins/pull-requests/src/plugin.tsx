import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiGitPullRequestLine } from '@remixicon/react';
import { pullRequestsApi } from './extensions/api';
import { pullRequestsEntityCard } from './extensions/entityCard';
import { pullRequestsHomeWidget } from './extensions/homeWidget';
import { pullRequestsPage } from './extensions/page';
import { rootRouteRef } from './routes';

/** Open pull requests: a page, a card of the home page and one of components. */
export const pullRequestsPlugin = createFrontendPlugin({
  pluginId: 'pull-requests',
  title: 'Pull requests',
  icon: <RiGitPullRequestLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    pullRequestsApi,
    pullRequestsPage,
    pullRequestsHomeWidget,
    pullRequestsEntityCard,
  ],
});
