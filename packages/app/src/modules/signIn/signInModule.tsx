import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => (await import('./SignInPage')).SignInPage,
  },
});

/** The first page: which ways to sign in it offers is configuration. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
