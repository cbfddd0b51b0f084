export * from './PullRequestsApi';
export * from './PullRequestsClient';
