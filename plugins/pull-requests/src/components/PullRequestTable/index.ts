export { PullRequestTable } from './PullRequestTable';
