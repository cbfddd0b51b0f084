import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { sloApiRef, SloClient } from '../api';

export const sloApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sloApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new SloClient({ fetchApi }),
    }),
});
