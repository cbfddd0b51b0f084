export { pullRequestsPlugin as default } from './plugin';
export { PullRequestsCard } from './components/PullRequestsCard';
