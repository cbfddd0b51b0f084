import {
  PullRequestComponent,
  Viewer,
} from '@arctiq/plugin-pull-requests-common';

/** A component with the repository in which it lives. */
export interface ComponentRow extends PullRequestComponent {
  /** `<owner>/<repository>` in lower case. */
  repository: string;
}

/** A user of the catalog with a login at GitHub. */
export interface PersonRow {
  entityRef: string;
  /** In lower case. */
  login: string;
  displayName?: string;
}

/** A group of the catalog with a team at GitHub. */
export interface TeamRow {
  entityRef: string;
  /** `<organization>/<slug>` in lower case. */
  slug: string;
}

/** What pull requests need to know of the catalog. */
export interface Directory {
  components: ComponentRow[];
  people: PersonRow[];
  teams: TeamRow[];
}

/** Keeps the part of the catalog that pages of pull requests need. */
export interface DirectoryStore {
  /** Replaces everything at once; call only with a complete reading. */
  replace(directory: Directory): Promise<void>;

  /** Components by repository in lower case. */
  componentsOf(
    repositories: string[],
  ): Promise<Map<string, PullRequestComponent[]>>;

  /** People by login in lower case. */
  peopleOf(logins: string[]): Promise<Map<string, PersonRow>>;

  /**
   * How a person is known at GitHub.
   *
   * @param userRef - entity ref of the user
   * @param ownershipRefs - refs through which they own things
   */
  viewerOf(userRef: string, ownershipRefs: string[]): Promise<Viewer>;
}
