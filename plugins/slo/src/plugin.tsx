import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { sloApi } from './extensions/api';
import { sloEntityCard } from './extensions/entityCard';
import { sloEntityContent } from './extensions/entityContent';
import { sloHomeWidget } from './extensions/homeWidget';
import { sloPage } from './extensions/page';
import { sloTeamCard } from './extensions/teamCard';
import { rootRouteRef, scoreboardRouteRef, sloRouteRef } from './routes';

/** Error budgets: pages, a tab and cards of entities, a widget of the home page. */
export const sloPlugin = createFrontendPlugin({
  pluginId: 'slo',
  title: 'SLOs',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    slo: sloRouteRef,
    scoreboard: scoreboardRouteRef,
  },
  extensions: [
    sloApi,
    sloPage,
    sloEntityContent,
    sloEntityCard,
    sloTeamCard,
    sloHomeWidget,
  ],
});
