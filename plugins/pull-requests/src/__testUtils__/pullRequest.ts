import {
  PullRequest,
  PullRequestPage,
} from '@arctiq/plugin-pull-requests-common';

/** A pull request as the backend answers it. */
export function pullRequest(
  overrides: Partial<PullRequest> & { number: number },
): PullRequest {
  const repository = overrides.repository ?? 'arctiq-commerce/order-service';
  return {
    id: `${repository}#${overrides.number}`,
    repository,
    title: `Change ${overrides.number}`,
    url: `https://github.test/${repository}/pull/${overrides.number}`,
    author: { login: 'mei-tanaka' },
    draft: false,
    baseBranch: 'main',
    headBranch: 'feature',
    requestedReviewers: [],
    requestedTeams: [],
    components: [
      {
        entityRef: 'component:default/order-service',
        title: 'Order service',
        ownerRef: 'group:default/orders',
      },
    ],
    createdAt: '2026-08-01T08:00:00.000Z',
    updatedAt: '2026-08-02T09:30:00.000Z',
    ...overrides,
  };
}

/** A page of them, complete and just read. */
export function pageOf(
  items: PullRequest[],
  overrides: Partial<PullRequestPage> = {},
): PullRequestPage {
  return {
    items,
    totalItems: items.length,
    pageInfo: {},
    asOf: new Date().toISOString(),
    quality: 'complete',
    ...overrides,
  };
}
