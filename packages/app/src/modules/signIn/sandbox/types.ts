import type {
  BackstageUserIdentity,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';

/** A person that can be chosen. */
export interface Person {
  entityRef: string;
  displayName: string;
  title?: string;
  team?: string;
  teamTitle?: string;
}

/** A person that stands for one kind of user of the portal. */
export interface FeaturedPerson extends Person {
  persona: string;
}

/** One page of people. */
export interface PeoplePage {
  featured: FeaturedPerson[];
  items: Person[];
  totalItems: number;
}

/** Who is signed in, until when, and the token that proves it. */
export interface SandboxSession {
  profile: ProfileInfo;
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  identity: BackstageUserIdentity;
}
