export { TierBadge, type TierBadgeProps } from './TierBadge';
export { tierLabel, tierOf } from './tiers';
