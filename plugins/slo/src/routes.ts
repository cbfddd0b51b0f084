import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The list of SLOs. */
export const rootRouteRef = createRouteRef();

/** One SLO. */
export const sloRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:namespace/:component/:name',
});

/** The company, its teams and systems against the objective of the quarter. */
export const scoreboardRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/scoreboard',
});
