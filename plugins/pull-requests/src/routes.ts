import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page with all open pull requests. */
export const rootRouteRef = createRouteRef();
