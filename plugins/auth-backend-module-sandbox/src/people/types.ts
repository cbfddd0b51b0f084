/** What the sign-in page shows of a person; nothing else leaves the catalog. */
export interface Person {
  entityRef: string;
  displayName: string;
  /** What the person does, in a few words. */
  title?: string;
  /** Entity ref of the person's team. */
  team?: string;
  teamTitle?: string;
}

/** A person that stands for one kind of user of the portal. */
export interface FeaturedPerson extends Person {
  /** Value of the annotation `arctiq.io/sandbox-persona`. */
  persona: string;
}

/** One page of people. */
export interface PeoplePage {
  featured: FeaturedPerson[];
  items: Person[];
  totalItems: number;
}
