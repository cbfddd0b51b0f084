/** A pull request as GitHub describes it; logins and slugs in lower case. */
export interface PullRequestRecord {
  /** `<owner>/<repository>#<number>` in lower case. */
  id: string;
  /** `<owner>/<repository>` as GitHub writes it. */
  repository: string;
  number: number;
  title: string;
  url: string;
  authorLogin: string;
  draft: boolean;
  baseBranch: string;
  headBranch: string;
  requestedReviewers: string[];
  /** As `<organization>/<slug>`. */
  requestedTeams: string[];
  createdAt: Date;
  updatedAt: Date;
  /** When it was merged or closed; absent while it is open. */
  closedAt?: Date;
}

/** Place of one pull request at GitHub. */
export interface PullRequestPlace {
  owner: string;
  repository: string;
  number: number;
}

/** Key of a pull request in the store. */
export function toPullRequestId(place: PullRequestPlace): string {
  return `${place.owner}/${place.repository}#${place.number}`.toLowerCase();
}

/**
 * Place of a pull request, from its key.
 *
 * @throws Error when the key was not made by {@link toPullRequestId}
 */
export function fromPullRequestId(id: string): PullRequestPlace {
  const match = /^([^/]+)\/([^/#]+)#(\d+)$/.exec(id);
  if (!match) {
    throw new Error(`'${id}' is not the key of a pull request.`);
  }
  return { owner: match[1], repository: match[2], number: Number(match[3]) };
}
