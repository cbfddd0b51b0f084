import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { PullRequestsClient, pullRequestsApiRef } from '../api';

export const pullRequestsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: pullRequestsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new PullRequestsClient({ fetchApi }),
    }),
});
