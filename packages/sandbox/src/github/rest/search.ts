import { roleIn } from '../access';
import { Github, Repository } from '../Github';
import { validationFailed } from '../http/errors';
import { ApiRequest, Route } from '../http/types';
import { matchesPull, unknownQualifiers } from '../search/matchPull';
import { searchFiles } from '../search/searchFiles';
import { parseQuery, SearchQuery, valuesOf } from '../search/parseQuery';
import { contentView } from './present/contents';
import { issueView, PullRequest } from './present/pulls';
import { repositoryView } from './present/repositories';
import { paged } from './reply';

function queryOf(request: ApiRequest): SearchQuery {
  const q = request.query.get('q') ?? '';
  if (q.trim() === '') {
    throw validationFailed([
      { resource: 'Search', field: 'q', code: 'missing' },
    ]);
  }
  if (q.length > 1000) {
    throw validationFailed([
      {
        resource: 'Search',
        field: 'q',
        code: 'invalid',
        message: 'The search is longer than 1000 characters.',
      },
    ]);
  }
  return parseQuery(q);
}

function visible(github: Github, request: ApiRequest): Repository[] {
  return github.store.repositories
    .all()
    .filter(repository => roleIn(github, repository, request.viewer?.login));
}

/** Repositories that `repo:`, `org:` and `user:` leave. */
function inPlaces(
  repositories: Repository[],
  query: SearchQuery,
): Repository[] {
  const places = [
    ...valuesOf(query, 'repo'),
    ...valuesOf(query, 'org').map(owner => `${owner}/`),
    ...valuesOf(query, 'user').map(owner => `${owner}/`),
  ].map(place => place.toLowerCase());
  return repositories.filter(repository => {
    const name = `${repository.owner}/${repository.name}`.toLowerCase();
    return (
      places.length === 0 ||
      places.some(place =>
        place.endsWith('/') ? name.startsWith(place) : name === place,
      )
    );
  });
}

function searchIssues(github: Github, request: ApiRequest) {
  const query = queryOf(request);
  const [unknown] = unknownQualifiers(query);
  if (unknown) {
    throw validationFailed([
      {
        resource: 'Search',
        field: 'q',
        code: 'invalid',
        message: `the sandbox does not implement the search qualifier "${unknown}"`,
      },
    ]);
  }
  const found: Array<{ repository: Repository; pull: PullRequest }> = [];
  for (const repository of visible(github, request)) {
    for (const pull of github.store.pulls.list(repository.id)) {
      if (matchesPull(github, repository, pull, query)) {
        found.push({ repository, pull });
      }
    }
  }
  const key =
    request.query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const direction = request.query.get('order') === 'asc' ? 1 : -1;
  found.sort(
    (a, b) =>
      direction *
      (Date.parse(a.pull[key]) - Date.parse(b.pull[key]) ||
        a.pull.id - b.pull.id),
  );
  return paged(
    github,
    request,
    found,
    ({ repository, pull }) => ({
      ...issueView(github, repository, pull),
      score: 1,
    }),
    (items, total) => ({
      total_count: total,
      incomplete_results: false,
      items,
      search_type: 'lexical',
    }),
  );
}

function searchRepositories(github: Github, request: ApiRequest) {
  const query = queryOf(request);
  const topics = valuesOf(query, 'topic');
  const found = inPlaces(visible(github, request), query).filter(repository => {
    const text = `${repository.name}\n${
      repository.description ?? ''
    }`.toLowerCase();
    return (
      query.terms.every(term => text.includes(term)) &&
      topics.every(topic => repository.topics.includes(topic)) &&
      valuesOf(query, 'archived').every(
        value => value === String(repository.archived),
      )
    );
  });
  return paged(
    github,
    request,
    found,
    repository => ({
      ...repositoryView(github, repository, request.viewer?.login),
      score: 1,
    }),
    (items, total) => ({
      total_count: total,
      incomplete_results: false,
      items,
    }),
  );
}

async function searchCode(github: Github, request: ApiRequest) {
  const query = queryOf(request);
  const places = inPlaces(visible(github, request), query);
  const found = await searchFiles(github, places, query);
  return paged(
    github,
    request,
    found,
    ({ repository, item }) => {
      const view = contentView(
        github,
        repository,
        repository.defaultBranch,
        item,
      );
      return {
        name: view.name,
        path: view.path,
        sha: view.sha,
        url: view.url,
        git_url: view.git_url,
        html_url: view.html_url,
        repository: repositoryView(github, repository, request.viewer?.login),
        score: 1,
      };
    },
    (items, total) => ({
      total_count: total,
      incomplete_results: false,
      items,
    }),
  );
}

/** Searches over everything that the caller may see. */
export function searchRoutes(github: Github): Route[] {
  return [
    {
      operation: 'GET /search/issues',
      handler: request => searchIssues(github, request),
    },
    {
      operation: 'GET /search/repositories',
      handler: request => searchRepositories(github, request),
    },
    {
      operation: 'GET /search/code',
      handler: request => searchCode(github, request),
    },
  ];
}
