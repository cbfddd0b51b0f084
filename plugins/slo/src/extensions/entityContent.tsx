import { SLO_ANNOTATION } from '@arctiq/plugin-slo-common';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const sloEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/slos',
    title: 'SLOs',
    group: 'observability',
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
      import('../components/EntitySlos').then(m => <m.EntitySlosContent />),
  },
});
