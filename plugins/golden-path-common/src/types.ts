import { Problem } from './problems';

/** Answer of `GET /v1/names/{name}`. */
export interface NameAnswer {
  name: string;
  /** `unknown` when the form is right and nothing was found, but a source did not answer. */
  available: 'yes' | 'no' | 'unknown';
  problems: Problem[];
}

/** A group that can own a service, as the person who asks sees it. */
export interface OwnerOption {
  /** Full entity ref. */
  entityRef: string;
  title: string;
  /**
   * How the person belongs to it: as a member, as a member of a group below it,
   * or not at all.
   */
  membership: 'direct' | 'through' | 'none';
  /** The person may create services for it. */
  mayAct: boolean;
}

/** Answer of `GET /v1/owners`, the nearest to the person first. */
export interface OwnersAnswer {
  items: OwnerOption[];
}

/** Body of `POST /v1/check`. */
export interface CheckRequest {
  name: string;
  /** Entity ref of a Group; kind and namespace may be left out. */
  owner: string;
  /** Entity ref of a System; kind and namespace may be left out. */
  system: string;
  tier: string;
  /** The scaffolder run that asks: a repository that it made itself does not stand in its way. */
  runId?: string;
}

/** Where a service's repository is, or will be. */
export interface RepositoryPlace {
  host: string;
  owner: string;
  name: string;
  /** Address of the page for people. */
  htmlUrl: string;
  /** Address for `git clone`. */
  cloneUrl: string;
}

/** What a creation would use, with every reference resolved. */
export interface ResolvedCreation {
  name: string;
  /** Full entity ref. */
  owner: string;
  /** Slug of the owner's GitHub team. */
  ownerName: string;
  ownerTitle: string;
  /** Full entity ref. */
  system: string;
  systemName: string;
  tier: string;
  repository: RepositoryPlace;
}

/** Answer of `POST /v1/check`. */
export interface CheckAnswer {
  problems: Problem[];
  /** Present when no problem is an error. */
  resolved?: ResolvedCreation;
}

/** Body of `POST /v1/unregister`. */
export interface UnregisterRequest {
  entityRef: string;
}

/** Answer of `POST /v1/unregister`. */
export interface UnregisterAnswer {
  /** The location that is no longer read. */
  target: string;
  /** Full refs of the entities that leave the catalog with it. */
  entityRefs: string[];
}
