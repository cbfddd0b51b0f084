import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

const factsCard = EntityCardBlueprint.make({
  name: 'portal-facts',
  params: {
    type: 'info',
    filter: {
      $any: [
        { 'metadata.labels.arctiq.io/tier': { $exists: true } },
        { 'metadata.annotations.arctiq.io/manager': { $exists: true } },
      ],
    },
    loader: async () => {
      const { FactsCard } = await import('./FactsCard');
      return <FactsCard />;
    },
  },
});

/** What Arctiq's own labels and annotations say about an entity. */
export const entityModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [factsCard],
});
