import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { goldenPathApiRef, GoldenPathClient } from '../api';

export const goldenPathApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: goldenPathApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new GoldenPathClient({ fetchApi }),
    }),
});
