import { RiShieldLine, RiShieldStarLine } from '@remixicon/react';
import { StatusBadge } from '../StatusBadge';
import { tierLabel } from './tiers';

/** Props of {@link TierBadge}. */
export interface TierBadgeProps {
  /** Value of the label `arctiq.io/tier`: `1`, `2` or `3`. */
  tier: string;
  /** Says what the tier means, and not its number alone. */
  long?: boolean;
}

/** How much depends on a service. Tier 1, the checkout path, stands out. */
export function TierBadge(props: TierBadgeProps) {
  const { tier, long } = props;
  const top = tier === '1';
  return (
    <StatusBadge
      tone={top ? 'announcement' : 'neutral'}
      icon={top ? <RiShieldStarLine size="1em" /> : <RiShieldLine size="1em" />}
      title={tierLabel(tier)}
    >
      {long ? tierLabel(tier) : `Tier ${tier}`}
    </StatusBadge>
  );
}
