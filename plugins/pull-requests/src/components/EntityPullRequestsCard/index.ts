export { EntityPullRequestsCard } from './EntityPullRequestsCard';
