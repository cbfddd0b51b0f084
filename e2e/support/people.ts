/** The people of Arctiq Commerce whom the journeys follow. */
export const people = {
  developer: {
    ref: 'user:default/amara.okafor',
    name: 'Amara Okafor',
    team: 'orders',
  },
  manager: {
    ref: 'user:default/daniel.reyes',
    name: 'Daniel Reyes',
    team: 'payments',
  },
  onCall: {
    ref: 'user:default/mei.tanaka',
    name: 'Mei Tanaka',
    team: 'orders',
  },
  platformEngineer: {
    ref: 'user:default/jonas.lindqvist',
    name: 'Jonas Lindqvist',
    team: 'platform',
  },
} as const;

export type Persona = keyof typeof people;
