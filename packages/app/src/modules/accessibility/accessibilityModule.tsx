import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { Repairer } from './Repairer';
import './thirdParty.css';

const repairer = AppRootElementBlueprint.make({
  name: 'accessibility-repairs',
  params: { element: <Repairer /> },
});

/** Repairs what others' components get wrong for people with assistive tools. */
export const accessibilityModule = createFrontendModule({
  pluginId: 'app',
  extensions: [repairer],
});
