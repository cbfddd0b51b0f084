import type { Component } from '../../model';

/** A service that somebody created in the portal. */
export interface Guest {
  name: string;
  /** Team, which is the namespace. */
  team: string;
  /** When it began to report, milliseconds since 1970. */
  since: number;
}

/** A guest as a component of the company: small and in both regions. */
export function guestComponent({ name, team }: Guest): Component {
  return {
    name,
    title: name,
    description: '',
    type: 'service',
    lifecycle: 'experimental',
    tier: 3,
    team,
    system: '',
    language: 'typescript',
    runtime: 'kubernetes',
    regions: ['us-east-1', 'eu-west-1'],
    uses: [],
    notes: [],
    hasRepository: true,
    pagerDutyServiceId: '',
  };
}
