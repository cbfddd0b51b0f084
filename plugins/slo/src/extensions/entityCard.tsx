import { SLO_ANNOTATION } from '@arctiq/plugin-slo-common';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const sloEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: {
      $all: [
        { kind: 'component' },
        {
          [`metadata.annotations.${SLO_ANNOTATION}` as const]: {
            $exists: true,
          },
        },
      ],
    },
    loader: () =>
      import('../components/SloCard').then(m => <m.EntitySloCard />),
  },
});
