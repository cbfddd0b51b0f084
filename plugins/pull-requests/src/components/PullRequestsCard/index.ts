export { LazyPullRequestsCard as PullRequestsCard } from './LazyPullRequestsCard';
