import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';

const entityResult = SearchResultListItemBlueprint.make({
  name: 'entity',
  params: {
    predicate: result => result.type === 'software-catalog',
    component: async () => (await import('./EntityResult')).EntityResult,
  },
});

/** Search results that tell kinds apart. */
export const searchModule = createFrontendModule({
  pluginId: 'search',
  extensions: [entityResult],
});
