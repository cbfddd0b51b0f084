import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { accessibilityModule } from './modules/accessibility';
import { entityModule } from './modules/entity';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { searchModule } from './modules/search';
import { signInModule } from './modules/signIn';
import { statesModule } from './modules/states';
import { themeModule } from './modules/theme';

export default createApp({
  features: [
    catalogPlugin,
    accessibilityModule,
    entityModule,
    homeModule,
    navModule,
    searchModule,
    signInModule,
    statesModule,
    themeModule,
  ],
});
