export { PullRequestsPage } from './PullRequestsPage';
