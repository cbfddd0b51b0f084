import { PROJECT_SLUG_ANNOTATION } from '@arctiq/plugin-pull-requests-common';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const pullRequestsEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: {
      $all: [
        { kind: 'component' },
        {
          [`metadata.annotations.${PROJECT_SLUG_ANNOTATION}` as const]: {
            $exists: true,
          },
        },
      ],
    },
    loader: () =>
      import('../components/EntityPullRequestsCard').then(m => (
        <m.EntityPullRequestsCard />
      )),
  },
});
