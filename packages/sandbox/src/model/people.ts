import type { Persona } from './types';

/** `Display Name | job title`; the first of a team is its manager. */
export type PersonRow = string;

/** Who reports to nobody in a team: executives and directors. */
export const LEADERSHIP: readonly { row: PersonRow; group: string }[] = [
  {
    row: 'Marguerite Delacroix | Chief Technology Officer',
    group: 'arctiq-commerce',
  },
  { row: 'Stephen Okoth | VP Engineering', group: 'arctiq-commerce' },
  { row: 'Victoria Langford | Director Commerce', group: 'commerce' },
  {
    row: 'Hans Brandt | Director Fulfilment & Supply',
    group: 'fulfilment-supply',
  },
  {
    row: 'Leticia Campos | Director Customer & Growth',
    group: 'customer-growth',
  },
  { row: 'Aisha Balogun | Director Data & Risk', group: 'data-risk' },
  {
    row: 'Peter Novotný | Director Platform Engineering',
    group: 'platform-engineering',
  },
];

/** People whom the sign-in page features, by User name. */
export const PERSONAS: Readonly<Record<string, Persona>> = {
  'amara.okafor': 'developer',
  'daniel.reyes': 'manager',
  'mei.tanaka': 'on-call',
  'jonas.lindqvist': 'platform-engineer',
};

/**
 * The team's people. On call they take turns in this order, the manager left
 * out; the platform team has no manager of its own, its director leads it.
 */
export const TEAM_PEOPLE: Readonly<Record<string, readonly PersonRow[]>> = {
  orders: [
    'Helena Vogt | Engineering Manager',
    'Mei Tanaka | Site Reliability Engineer',
    'Amara Okafor | Software Engineer',
    'Tomasz Zieliński | Staff Engineer',
    'Priyanka Deshmukh | Senior Software Engineer',
    'Caleb Whitaker | Software Engineer',
    'Lucía Fernández | Senior Software Engineer',
    'Samuel Adeyemi | Quality Engineer',
  ],
  payments: [
    'Daniel Reyes | Engineering Manager',
    'Ingrid Solberg | Staff Engineer',
    'Arjun Mehta | Senior Software Engineer',
    'Noor Rahman | Software Engineer',
    'Matteo Ricci | Software Engineer',
    'Yewande Bello | Security Engineer',
    'Kenji Watanabe | Senior Software Engineer',
    'Rachel Goldberg | Software Engineer',
  ],
  'cart-pricing': [
    'Siobhán Gallagher | Engineering Manager',
    'Rafael Monteiro | Senior Software Engineer',
    'Anh Nguyen | Software Engineer',
    'Felix Baumann | Software Engineer',
    'Zanele Khumalo | Senior Software Engineer',
    'Oskar Nyström | Staff Engineer',
    'Leila Haddad | Software Engineer',
  ],
  fulfilment: [
    'Tariq Hussain | Engineering Manager',
    'Camille Lefèvre | Senior Software Engineer',
    'Ji-woo Park | Software Engineer',
    'Emeka Nwosu | Software Engineer',
    'Sofia Lindgren | Staff Engineer',
    'Diego Castillo | Senior Software Engineer',
    'Hannah Fischer | Software Engineer',
    'Vikram Rao | Operations Research Engineer',
  ],
  catalogue: [
    'Beatriz Almeida | Engineering Manager',
    "Liam O'Connor | Senior Software Engineer",
    'Ayşe Yılmaz | Search Engineer',
    'Chen Wei | Software Engineer',
    'Fatou Diallo | Software Engineer',
    'Marek Novák | Senior Software Engineer',
    'Julia Hoffmann | Software Engineer',
  ],
  inventory: [
    'Olivier Dubois | Engineering Manager',
    'Thandiwe Mokoena | Senior Software Engineer',
    'Hiroshi Sato | Staff Engineer',
    'Katarzyna Wójcik | Software Engineer',
    'Andre Thompson | Software Engineer',
    'Farah Siddiqui | Senior Software Engineer',
    'Erik Johansson | Software Engineer',
  ],
  identity: [
    'Nadia Petrova | Engineering Manager',
    'Kwame Mensah | Security Engineer',
    'Isabella Rossi | Senior Software Engineer',
    'Haruto Suzuki | Software Engineer',
    'Grace Mwangi | Software Engineer',
    'Pavel Dvořák | Staff Engineer',
    'Chloe Bennett | Software Engineer',
  ],
  customer: [
    'Marcus Feld | Engineering Manager',
    'Adaeze Eze | Senior Software Engineer',
    'Sunita Sharma | Software Engineer',
    'Jakub Kowalczyk | Software Engineer',
    'Valentina Morales | Senior Software Engineer',
    'Omar Farouk | Software Engineer',
    'Emily Carter | Quality Engineer',
    'Bao Tran | Staff Engineer',
  ],
  growth: [
    'Carmen Ortega | Engineering Manager',
    'Niamh Kelly | Software Engineer',
    'Dmitri Volkov | Senior Software Engineer',
    'Aaliyah Johnson | Software Engineer',
    'Stefan Müller | Senior Software Engineer',
    'Rohan Kapoor | Software Engineer',
    'Maya Ben-David | Staff Engineer',
  ],
  storefront: [
    'Patrick Brennan | Engineering Manager',
    'Linh Pham | Senior Frontend Engineer',
    'Freya Hansen | Frontend Engineer',
    'Mateus Oliveira | Mobile Engineer',
    'Zuri Abdi | Mobile Engineer',
    'Alexei Morozov | Senior PHP Engineer',
    'Harriet Lowe | Accessibility Engineer',
    'Sergio Navarro | Staff Engineer',
  ],
  risk: [
    'Ibrahim Yusuf | Engineering Manager',
    'Astrid Berg | Senior Software Engineer',
    'Nikhil Iyer | Machine Learning Engineer',
    'Elena Popescu | Software Engineer',
    'Jamal Edwards | Software Engineer',
    'Yuki Nakamura | Senior Software Engineer',
    'Clara Schmidt | Compliance Engineer',
  ],
  data: [
    'Anneliese Krause | Engineering Manager',
    'Wei Zhang | Staff Data Engineer',
    'Sipho Dlamini | Data Engineer',
    'Gabriela Santos | Machine Learning Engineer',
    'Tobias Lindholm | Senior Data Engineer',
    'Meera Krishnan | Machine Learning Engineer',
    'Ahmed Mansour | Data Engineer',
    'Louis Girard | Analytics Engineer',
  ],
  platform: [
    'Jonas Lindqvist | Staff Platform Engineer',
    'Ngozi Umeh | Platform Engineer',
    'Robert Hale | Platform Engineer',
    'Saanvi Patel | Platform Engineer',
  ],
};
