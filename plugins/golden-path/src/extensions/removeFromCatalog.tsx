import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiDeleteBinLine } from '@remixicon/react';
import { useRemoveFromCatalog } from '../components/RemoveFromCatalog';

/**
 * Takes the place of the stock item, which needs a permission that would allow
 * to remove anybody's entity.
 */
export const removeFromCatalogMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'remove-from-catalog',
  params: {
    icon: <RiDeleteBinLine size={16} />,
    useProps: useRemoveFromCatalog,
    filter: { kind: { $in: ['component', 'api', 'resource', 'system'] } },
  },
});
