import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Services } from '../service/Services';
import { createAskPromotionGateAction } from './createAskPromotionGateAction';
import { createGetSloAction } from './createGetSloAction';
import { createListBurningSlosAction } from './createListBurningSlosAction';

/** What an action needs. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  services: Services;
}

/** Registers what coding assistants may ask. */
export function registerActions(options: ActionOptions): void {
  createListBurningSlosAction(options);
  createGetSloAction(options);
  createAskPromotionGateAction(options);
}
