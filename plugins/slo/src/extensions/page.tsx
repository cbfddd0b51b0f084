import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

export const sloPage = PageBlueprint.make({
  params: {
    path: '/slos',
    title: 'SLOs',
    icon: <RiPulseLine />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/SlosRouter').then(m => <m.SlosRouter />),
  },
});
