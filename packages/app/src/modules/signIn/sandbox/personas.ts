interface Persona {
  role: string;
  /** What the portal is for this person, in one line. */
  sees: string;
}

const personas: Record<string, Persona> = {
  developer: {
    role: 'Developer',
    sees: 'Own services, open pull requests, and a golden path for the next one',
  },
  manager: {
    role: 'Engineering manager',
    sees: 'The team, what it owns and what waits for review',
  },
  'on-call': {
    role: 'On-call engineer',
    sees: 'Who owns what, its runbook and dashboard, one click away',
  },
  'platform-engineer': {
    role: 'Platform engineer',
    sees: 'All teams, with the rights to run the portal itself',
  },
};

/** Words for the value of `arctiq.io/sandbox-persona`. */
export function describePersona(persona: string): Persona {
  return personas[persona] ?? { role: persona, sees: '' };
}
