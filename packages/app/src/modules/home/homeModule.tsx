import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

const homeLayout = HomePageLayoutBlueprint.make({
  params: {
    loader: async () => (await import('./HomeLayout')).HomeLayout,
  },
});

/** The home page: what is mine, what waits for me, and where I was. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [homeLayout],
});
