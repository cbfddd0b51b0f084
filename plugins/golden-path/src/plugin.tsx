import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { catalogIndexRouteRef } from './components/RemoveFromCatalog';
import { goldenPathApi } from './extensions/api';
import {
  ownerTeamFormField,
  serviceNameFormField,
  systemPickerFormField,
  tierChoiceFormField,
} from './extensions/formFields';
import { removeFromCatalogMenuItem } from './extensions/removeFromCatalog';

/** The form fields of the golden paths, and removal from the catalog. */
export const goldenPathPlugin = createFrontendPlugin({
  pluginId: 'golden-path',
  title: 'Golden paths',
  info: { packageJson: () => import('../package.json') },
  externalRoutes: { catalogIndex: catalogIndexRouteRef },
  extensions: [
    goldenPathApi,
    serviceNameFormField,
    ownerTeamFormField,
    systemPickerFormField,
    tierChoiceFormField,
    removeFromCatalogMenuItem,
  ],
});
