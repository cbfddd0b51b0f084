export { PullRequestsContent } from './PullRequestsContent';
export type { EmptyWords } from './PullRequestsContent';
