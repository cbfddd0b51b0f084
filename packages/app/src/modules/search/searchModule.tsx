import {
  ExtensionBoundary,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { lazy } from 'react';

const EntityResult = lazy(async () => ({
  default: (await import('./EntityResult')).EntityResult,
}));
const DocumentResult = lazy(async () => ({
  default: (await import('./DocumentResult')).DocumentResult,
}));

// The stock wrapper makes list items, and the page around them makes no list,
// which screen readers cannot make sense of. Ours stand for themselves.
const entityResult = SearchResultListItemBlueprint.makeWithOverrides({
  name: 'entity',
  *factory(_, { node }) {
    yield SearchResultListItemBlueprint.dataRefs.item({
      predicate: result => result.type === 'software-catalog',
      component: props => (
        <ExtensionBoundary node={node}>
          <EntityResult {...props} />
        </ExtensionBoundary>
      ),
    });
  },
});

const documentResult = SearchResultListItemBlueprint.makeWithOverrides({
  name: 'document',
  *factory(_, { node }) {
    yield SearchResultListItemBlueprint.dataRefs.item({
      predicate: result => result.type === 'techdocs',
      component: props => (
        <ExtensionBoundary node={node}>
          <DocumentResult {...props} />
        </ExtensionBoundary>
      ),
    });
  },
});

/** Search results that tell kinds apart. */
export const searchModule = createFrontendModule({
  pluginId: 'search',
  extensions: [entityResult, documentResult],
});
