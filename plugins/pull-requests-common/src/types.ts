/**
 * What a pull request asks of one person.
 *
 * - `needs-your-review`: a review of the person, or of a team of theirs, was
 *   asked for and the pull request is not a draft
 * - `yours`: the person wrote it
 * - `your-team`: it changes a component that the person or their team owns
 */
export type Attention = 'needs-your-review' | 'yours' | 'your-team';

/** The person in whose eyes pull requests are sorted. */
export interface Viewer {
  /** Login at GitHub in lower case; absent when the catalog does not know it. */
  login?: string;
  /** Teams at GitHub as `<organization>/<slug>` in lower case. */
  teamSlugs: string[];
  /** Entity refs through which the person owns things, themselves included. */
  ownershipRefs: string[];
}

/** A component of the catalog that lives in the repository. */
export interface PullRequestComponent {
  entityRef: string;
  title: string;
  /** Absent when the component has no owner. */
  ownerRef?: string;
}

/** Who wrote a pull request. */
export interface PullRequestAuthor {
  /** Login at GitHub, in lower case. */
  login: string;
  /** Name in the catalog, when the catalog knows the login. */
  displayName?: string;
  entityRef?: string;
}

/** One open pull request, with times in ISO 8601 and UTC. */
export interface PullRequest {
  /** `<owner>/<repository>#<number>` in lower case; unique and stable. */
  id: string;
  /** `<owner>/<repository>` as GitHub writes it. */
  repository: string;
  number: number;
  title: string;
  /** Page at GitHub. */
  url: string;
  author: PullRequestAuthor;
  draft: boolean;
  baseBranch: string;
  headBranch: string;
  /** Logins in lower case of the people whose review is still awaited. */
  requestedReviewers: string[];
  /** Teams, as `<organization>/<slug>`, whose review is still awaited. */
  requestedTeams: string[];
  components: PullRequestComponent[];
  createdAt: string;
  updatedAt: string;
  /** Absent when it asks nothing of the person who looks. */
  attention?: Attention;
}

/**
 * How far the answer can be trusted.
 *
 * - `complete`: everything that was open at `asOf`
 * - `partial`: some pull requests may be missing or outdated, see the reason
 * - `not-measured`: GitHub has not been read yet; an empty list means nothing
 */
export type DataQuality = 'complete' | 'partial' | 'not-measured';

/** One page of open pull requests. */
export interface PullRequestPage {
  items: PullRequest[];
  /** How many match the filters, on all pages together. */
  totalItems: number;
  pageInfo: { nextCursor?: string };
  /** When GitHub was last read completely, ISO 8601; absent before the first. */
  asOf?: string;
  quality: DataQuality;
  /** Why the answer is not complete or not newer, in words for a person. */
  reason?: string;
}

/** Which pull requests to list; all given filters must hold. */
export interface PullRequestQuery {
  /** `me`, or the entity ref of a group or user who owns the component. */
  owner?: string;
  /** Entity ref of a component. */
  entityRef?: string;
  author?: 'me';
  reviewer?: 'me';
  /** Only those that ask anything of the person: review, own, or team. */
  involves?: 'me';
  /** 1 to 100. */
  limit?: number;
  /** Taken from `pageInfo.nextCursor` of the page before. */
  cursor?: string;
}
