import {
  NotFoundErrorPage,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';

const notFoundPage = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({
      component: NotFoundErrorPage,
      loader: async () => (await import('./NotFoundPage')).NotFoundPage,
    }),
});

/** Our words where Backstage has a drawing. */
export const statesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [notFoundPage],
});
