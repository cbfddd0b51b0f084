import { ServiceUnavailableError, toError } from '@backstage/errors';
import { toPullRequestId } from '../types';
import { ListedPullRequest, Listing } from './PullRequestSource';
import {
  describeMismatch,
  searchAnswerSchema,
  searchItemSchema,
} from './schema';

const PAGE_SIZE = 100;
/** GitHub shows only the first thousand hits of one search. */
const MAX_PAGES = 10;
/** A bound on the whole listing, in case a server repeats itself for ever. */
const MAX_WINDOWS = 20;

/** Sends one search and returns the body of its answer. */
export type Search = (parameters: {
  q: string;
  sort: 'created';
  order: 'asc';
  per_page: number;
  page: number;
}) => Promise<unknown>;

function parseItem(item: unknown) {
  const parsed = searchItemSchema.parse(item);
  const [owner, repository] = new URL(parsed.repository_url).pathname
    .split('/')
    .slice(-2)
    .map(decodeURIComponent);
  const place = { owner, repository, number: parsed.number };
  const listed: ListedPullRequest = {
    id: toPullRequestId(place),
    place,
    updatedAt: parsed.updated_at,
  };
  return { listed, createdAt: parsed.created_at };
}

/** Collects the pages of one listing. */
class ListingBuilder {
  readonly #found = new Map<string, ListedPullRequest>();
  #unreadable = 0;
  #withheld = false;
  /** Creation time of the last item, where a further window starts. */
  lastCreatedAt: string | undefined;

  /** Takes a page in; says whether it was the last one of its search. */
  add(body: unknown, window: { shown: number }): boolean {
    const answer = searchAnswerSchema.safeParse(body);
    if (!answer.success) {
      throw new ServiceUnavailableError(
        `GitHub answered something else than a search result (${describeMismatch(
          answer.error,
        )})`,
      );
    }
    const { items, total_count: total, incomplete_results } = answer.data;
    window.shown += items.length;
    this.#withheld ||=
      incomplete_results || (items.length === 0 && window.shown < total);
    for (const item of items) {
      try {
        const { listed, createdAt } = parseItem(item);
        this.#found.set(listed.id, listed);
        this.lastCreatedAt = createdAt;
      } catch {
        this.#unreadable += 1;
      }
    }
    return items.length === 0 || window.shown >= total;
  }

  get size(): number {
    return this.#found.size;
  }

  build(problem?: Error): Listing {
    return {
      items: [...this.#found.values()],
      problem: problem ?? this.#ownProblem(),
    };
  }

  #ownProblem(): Error | undefined {
    if (this.#withheld) {
      return new ServiceUnavailableError(
        "GitHub's search answered with only a part of the pull requests",
      );
    }
    return this.#unreadable > 0
      ? new ServiceUnavailableError(
          `${
            this.#unreadable
          } pull requests in GitHub's listing could not be understood`,
        )
      : undefined;
  }
}

/**
 * Lists every open pull request of an organization. Beyond the thousand hits
 * that one search shows, the next search starts at the creation time where the
 * last one ended.
 *
 * @param organization - login of the organization
 * @param search - sends one search
 * @returns what was read, with the problem that ended it early, if any
 */
export async function listOpenPullRequests(
  organization: string,
  search: Search,
): Promise<Listing> {
  const builder = new ListingBuilder();
  const base = `org:${organization} is:pr is:open`;
  try {
    for (let round = 0; round < MAX_WINDOWS; round++) {
      const before = builder.size;
      const from = builder.lastCreatedAt;
      const q = from ? `${base} created:>=${from}` : base;
      const window = { shown: 0 };
      for (let page = 1; page <= MAX_PAGES; page++) {
        const body = await search({
          q,
          sort: 'created',
          order: 'asc',
          per_page: PAGE_SIZE,
          page,
        });
        if (builder.add(body, window)) {
          return builder.build();
        }
      }
      if (builder.size === before) {
        break;
      }
    }
    return builder.build(
      new ServiceUnavailableError(
        'GitHub has more open pull requests than its search can list',
      ),
    );
  } catch (error) {
    return builder.build(toError(error));
  }
}
