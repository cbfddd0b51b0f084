import {
  attentionRank,
  PullRequest,
  PullRequestPage,
  PullRequestQuery,
  pullRequestsReadPermission,
  Viewer,
} from '@arctiq/plugin-pull-requests-common';
import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DirectoryStore } from '../store/DirectoryStore';
import { PullRequestStore, StoredPullRequest } from '../store/PullRequestStore';
import { decodeCursor, encodeCursor } from './cursor';

/** What {@link PullRequestService} needs. */
export interface PullRequestServiceOptions {
  store: PullRequestStore;
  directory: DirectoryStore;
  auth: AuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
}

const DEFAULT_LIMIT = 20;
const NOBODY: Viewer = { teamSlugs: [], ownershipRefs: [] };

/** Answers who may see which pull requests, from the store alone. */
export class PullRequestService {
  readonly #options: PullRequestServiceOptions;

  constructor(options: PullRequestServiceOptions) {
    this.#options = options;
  }

  /**
   * Lists open pull requests in the order in which they should be acted on.
   *
   * @param query - filters with full entity refs, already checked for form
   * @param credentials - who asks; `me` is that person
   * @throws NotAllowedError without the permission `pull-requests.read`
   * @throws InputError for `me` without a person, or a cursor of other origin
   */
  async list(
    query: PullRequestQuery,
    credentials: BackstageCredentials,
  ): Promise<PullRequestPage> {
    await this.#authorize(credentials);
    const { store } = this.#options;
    const viewer = await this.#viewerOf(query, credentials);
    const limit = query.limit ?? DEFAULT_LIMIT;
    // One more than asked for tells whether there is a next page.
    const { items, totalItems } = await store.list({
      viewer,
      ownerRefs: toOwnerRefs(query.owner, viewer),
      componentRef: query.entityRef,
      author: query.author,
      reviewer: query.reviewer,
      involves: query.involves,
      limit: limit + 1,
      after:
        query.cursor === undefined ? undefined : decodeCursor(query.cursor),
    });
    const page = items.slice(0, limit);
    const status = await store.status();
    return {
      items: await this.#describe(page),
      totalItems,
      pageInfo:
        items.length > limit
          ? { nextCursor: toCursor(page[page.length - 1]) }
          : {},
      asOf: status.asOf?.toISOString(),
      quality: status.quality,
      reason: toReason(status.reason, query, viewer),
    };
  }

  async #authorize(credentials: BackstageCredentials): Promise<void> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: pullRequestsReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        "Reading pull requests needs the permission 'pull-requests.read', which you do not have.",
      );
    }
  }

  async #viewerOf(
    query: PullRequestQuery,
    credentials: BackstageCredentials,
  ): Promise<Viewer> {
    const { auth, userInfo, directory } = this.#options;
    if (auth.isPrincipal(credentials, 'user')) {
      const { userEntityRef, ownershipEntityRefs } = await userInfo.getUserInfo(
        credentials,
      );
      return directory.viewerOf(
        userEntityRef.toLowerCase(),
        ownershipEntityRefs.map(ref => ref.toLowerCase()),
      );
    }
    const personal = (
      ['owner', 'author', 'reviewer', 'involves'] as const
    ).find(name => query[name] === 'me');
    if (personal) {
      throw new InputError(
        `The parameter '${personal}=me' needs a signed-in person, but a service asks; ` +
          'name an owner by its entity ref instead.',
      );
    }
    return NOBODY;
  }

  /** Adds what the catalog knows about repositories and authors. */
  async #describe(items: StoredPullRequest[]): Promise<PullRequest[]> {
    const { directory } = this.#options;
    const [components, people] = await Promise.all([
      directory.componentsOf(items.map(item => item.repository.toLowerCase())),
      directory.peopleOf(items.map(item => item.authorLogin)),
    ]);
    return items.map(item => {
      const { authorLogin, createdAt, updatedAt, closedAt: _, ...rest } = item;
      const person = people.get(authorLogin);
      return {
        ...rest,
        author: {
          login: authorLogin,
          displayName: person?.displayName,
          entityRef: person?.entityRef,
        },
        components: components.get(item.repository.toLowerCase()) ?? [],
        createdAt: createdAt.toISOString(),
        updatedAt: updatedAt.toISOString(),
      };
    });
  }
}

function toOwnerRefs(
  owner: string | undefined,
  viewer: Viewer,
): string[] | undefined {
  if (owner === undefined) {
    return undefined;
  }
  return owner === 'me' ? viewer.ownershipRefs : [owner];
}

function toCursor(item: StoredPullRequest): string {
  const { attention, createdAt, id } = item;
  return encodeCursor({ rank: attentionRank(attention), createdAt, id });
}

function toReason(
  reason: string | undefined,
  query: PullRequestQuery,
  viewer: Viewer,
): string | undefined {
  const needsLogin = query.author || query.reviewer || query.involves;
  const unknown =
    needsLogin && viewer.login === undefined
      ? 'The catalog does not know your GitHub login: your own pull requests and reviews ' +
        "are missing until your user entity has the annotation 'github.com/user-login'."
      : undefined;
  return [reason, unknown].filter(Boolean).join(' ') || undefined;
}
