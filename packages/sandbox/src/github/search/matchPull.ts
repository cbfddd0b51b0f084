import { Github, Repository } from '../Github';
import { PullRequest } from '../rest/present/pulls';
import { SearchQuery } from './parseQuery';

type Qualifier = (
  pull: PullRequest,
  repository: Repository,
  value: string,
  github: Github,
) => boolean;

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** `>=2026-01-01`, `<…`, `2026-01-01..2026-02-01` or a day. */
function inRange(date: string, range: string): boolean {
  const between = /^(.+)\.\.(.+)$/.exec(range);
  if (between) {
    const from = between[1] === '*' ? '' : between[1];
    const to = between[2] === '*' ? '\uffff' : `${between[2]}\uffff`;
    return date >= from && date <= to;
  }
  const [, operator, day] = /^(>=|<=|>|<)?(.*)$/.exec(range) ?? [];
  switch (operator) {
    case '>=':
      return date >= day;
    case '<=':
      return date <= `${day}\uffff`;
    case '>':
      return date > `${day}\uffff`;
    case '<':
      return date < day;
    default:
      return date.startsWith(day);
  }
}

function is(pull: PullRequest, value: string): boolean {
  switch (value.toLowerCase()) {
    case 'pr':
    case 'pull-request':
      return true;
    case 'open':
      return pull.state === 'open';
    case 'closed':
      return pull.state === 'closed';
    case 'merged':
      return pull.mergedAt !== undefined;
    case 'unmerged':
      return pull.mergedAt === undefined;
    case 'draft':
      return pull.draft;
    case 'public':
      return true;
    default:
      // `is:issue` and what the sandbox does not know find nothing.
      return false;
  }
}

/** Teams of which somebody's review is asked for. */
function reviewedByTeamOf(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  login: string,
): boolean {
  return pull.teamReviewers.some(slug => {
    const team = github.store.teams.get(repository.owner.toLowerCase(), slug);
    return team && github.store.teamMembers.get(team.id, login.toLowerCase());
  });
}

const qualifiers: Record<string, Qualifier> = {
  is: (pull, _, value) => is(pull, value),
  type: (pull, _, value) => is(pull, value),
  state: (pull, _, value) => same(pull.state, value),
  repo: (_, repository, value) =>
    same(`${repository.owner}/${repository.name}`, value),
  org: (_, repository, value) => same(repository.owner, value),
  user: (_, repository, value) => same(repository.owner, value),
  author: (pull, _, value) => same(pull.author, value),
  assignee: (pull, _, value) => pull.assignees.some(one => same(one, value)),
  involves: (pull, _, value) =>
    [pull.author, ...pull.assignees, ...pull.reviewers].some(one =>
      same(one, value),
    ),
  'review-requested': (pull, repository, value, github) =>
    pull.reviewers.some(one => same(one, value)) ||
    reviewedByTeamOf(github, repository, pull, value),
  'user-review-requested': (pull, _, value) =>
    pull.reviewers.some(one => same(one, value)),
  'team-review-requested': (pull, repository, value) =>
    pull.teamReviewers.some(slug => same(`${repository.owner}/${slug}`, value)),
  'reviewed-by': (pull, _, value) =>
    pull.reviews.some(review => same(review.login, value)),
  label: (pull, _, value) =>
    value.split(',').some(one => pull.labels.some(label => same(label, one))),
  head: (pull, _, value) => pull.head.startsWith(value),
  base: (pull, _, value) => pull.base.startsWith(value),
  draft: (pull, _, value) => String(pull.draft) === value,
  archived: (_, repository, value) => String(repository.archived) === value,
  created: (pull, _, value) => inRange(pull.createdAt, value),
  updated: (pull, _, value) => inRange(pull.updatedAt, value),
  closed: (pull, _, value) => inRange(pull.closedAt ?? '', value),
  merged: (pull, _, value) => inRange(pull.mergedAt ?? '', value),
};

/** Qualifiers of which several widen the search instead of narrowing it. */
const alternatives = new Set(['repo', 'org', 'user', 'author']);

/** Qualifiers that say how to search, not what. */
const ignored = new Set(['in', 'sort']);

/** Names of qualifiers in a query that the sandbox does not know. */
export function unknownQualifiers(query: SearchQuery): string[] {
  return query.qualifiers
    .map(({ key }) => key)
    .filter(key => !Object.hasOwn(qualifiers, key) && !ignored.has(key));
}

/** Whether a pull request is what a query looks for. */
export function matchesPull(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  query: SearchQuery,
): boolean {
  const text = `${pull.title}\n${pull.body ?? ''}`.toLowerCase();
  if (!query.terms.every(term => text.includes(term))) {
    return false;
  }
  const known = query.qualifiers.filter(({ key }) =>
    Object.hasOwn(qualifiers, key),
  );
  const holds = ({ key, value }: { key: string; value: string }) =>
    qualifiers[key](pull, repository, value, github);
  const widening = ['repo', 'org', 'user'];
  const places = known.filter(
    one => widening.includes(one.key) && !one.negated,
  );
  const authors = known.filter(one => one.key === 'author' && !one.negated);
  return (
    (places.length === 0 || places.some(holds)) &&
    (authors.length === 0 || authors.some(holds)) &&
    known
      .filter(one => one.negated || !alternatives.has(one.key))
      .every(one => holds(one) !== one.negated)
  );
}
