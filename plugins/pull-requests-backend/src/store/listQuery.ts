import {
  ATTENTION_ORDER,
  attentionRank,
} from '@arctiq/plugin-pull-requests-common';
import { Knex } from 'knex';
import { ListFilter } from './PullRequestStore';
import { toReviewers } from './rows';

/** A login that nobody has, for people whom GitHub does not know. */
const NOBODY = '';

/**
 * The open pull requests that match a filter, each with its `rank`: the SQL
 * form of `classify` and `attentionRank`. A test holds the two together.
 *
 * @returns a query on alias `p`, neither ordered nor limited
 */
export function buildListQuery(
  knex: Knex,
  filter: ListFilter,
): Knex.QueryBuilder {
  const { viewer } = filter;
  const login = viewer.login ?? NOBODY;

  function requested(id: string) {
    return knex('review_requests as r')
      .select(knex.raw('1'))
      .whereRaw('r.pull_request_id = ??', [id])
      .whereIn(
        'r.reviewer',
        toReviewers(viewer.login ? [viewer.login] : [], viewer.teamSlugs),
      );
  }
  function ownedBy(ownerRefs: string[], repository: string) {
    return knex('components as c')
      .select(knex.raw('1'))
      .whereRaw('c.repository = ??', [repository])
      .whereIn('c.owner_ref', ownerRefs);
  }

  const ranked = knex('pull_requests as q')
    .whereNull('q.closed_at')
    .select(
      'q.*',
      knex.raw(
        `case
          when q.author_login = ? then ${attentionRank('yours')}
          when q.draft = ? and exists ? then ${attentionRank(
            'needs-your-review',
          )}
          when exists ? then ${attentionRank('your-team')}
          else ${ATTENTION_ORDER.length}
        end as rank`,
        [
          login,
          false,
          requested('q.id'),
          ownedBy(viewer.ownershipRefs, 'q.repository'),
        ],
      ),
    )
    .as('p');

  const query = knex.from(ranked);
  if (filter.author) {
    query.where('p.author_login', login);
  }
  if (filter.reviewer) {
    query.whereExists(requested('p.id'));
  }
  if (filter.ownerRefs) {
    query.whereExists(ownedBy(filter.ownerRefs, 'p.repository'));
  }
  if (filter.componentRef) {
    query.whereExists(
      knex('components as e')
        .select(knex.raw('1'))
        .whereRaw('e.repository = ??', ['p.repository'])
        .where('e.entity_ref', filter.componentRef),
    );
  }
  if (filter.involves) {
    query.where('p.rank', '<', ATTENTION_ORDER.length);
  }
  return query;
}
