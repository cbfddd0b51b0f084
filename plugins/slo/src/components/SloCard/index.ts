export { EntitySloCard } from './EntitySloCard';
export { SloLines, StateCounts } from './RollupSummary';
export { TeamSloCard } from './TeamSloCard';
