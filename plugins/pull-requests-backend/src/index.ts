export { pullRequestsPlugin as default } from './plugin';
