import { PullRequestRecord, toPullRequestId } from '../types';

/** A pull request as the source finds it. */
export function pullRequestRecord(
  overrides: Partial<PullRequestRecord> & { number: number },
): PullRequestRecord {
  const repository = overrides.repository ?? 'arctiq-commerce/order-service';
  const [owner, name] = repository.split('/');
  return {
    id: toPullRequestId({
      owner,
      repository: name,
      number: overrides.number,
    }),
    repository,
    title: `Change ${overrides.number}`,
    url: `https://github.test/${repository}/pull/${overrides.number}`,
    authorLogin: 'mei-tanaka',
    draft: false,
    baseBranch: 'main',
    headBranch: 'feature',
    requestedReviewers: [],
    requestedTeams: [],
    createdAt: new Date('2026-08-01T08:00:00Z'),
    updatedAt: new Date('2026-08-02T09:30:00Z'),
    ...overrides,
  };
}
