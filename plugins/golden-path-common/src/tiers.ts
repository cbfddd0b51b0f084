/** How much the company depends on a service; label `arctiq.io/tier`. */
export type TierId = '1' | '2' | '3';

/** What a tier means, and what it asks of a service in a disaster. */
export interface Tier {
  id: TierId;
  title: string;
  /** One sentence: which services belong here. */
  description: string;
  /** Longest time to be back, in minutes; undefined where the company sets none. */
  recoveryTimeMinutes?: number;
  /** Most data that may be lost, in minutes of writes; undefined where the company sets none. */
  recoveryPointMinutes?: number;
}

/** The tiers, most critical first. */
export const TIERS: readonly Tier[] = [
  {
    id: '1',
    title: 'Tier 1: checkout path',
    description: 'Customers cannot buy while it is down.',
    recoveryTimeMinutes: 15,
    recoveryPointMinutes: 5,
  },
  {
    id: '2',
    title: 'Tier 2: customer facing',
    description: 'Customers notice when it is down, but can still buy.',
  },
  {
    id: '3',
    title: 'Tier 3: internal',
    description: 'Only colleagues notice when it is down.',
    recoveryTimeMinutes: 4 * 60,
    recoveryPointMinutes: 60,
  },
];

/** The tier of an id as a person may have typed it, or undefined. */
export function findTier(id: string): Tier | undefined {
  return TIERS.find(tier => tier.id === id);
}

function duration(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** The recovery objectives of a tier in one line, for example `RTO 15 min, RPO 5 min`. */
export function formatObjectives(tier: Tier): string {
  if (
    tier.recoveryTimeMinutes === undefined ||
    tier.recoveryPointMinutes === undefined
  ) {
    return 'No company-wide RTO and RPO: the team sets its own';
  }
  return `RTO ${duration(tier.recoveryTimeMinutes)}, RPO ${duration(
    tier.recoveryPointMinutes,
  )}`;
}
