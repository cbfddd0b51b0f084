import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiGitPullRequestLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

export const pullRequestsPage = PageBlueprint.make({
  params: {
    path: '/pull-requests',
    title: 'Pull requests',
    icon: <RiGitPullRequestLine />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/PullRequestsPage').then(m => (
        <m.PullRequestsPage />
      )),
  },
});
