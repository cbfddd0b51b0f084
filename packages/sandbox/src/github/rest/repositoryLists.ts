import { roleIn } from '../access';
import { Github, Repository } from '../Github';
import { ApiRequest } from '../http/types';

const sorts: Record<string, (repository: Repository) => string> = {
  created: repository => repository.createdAt,
  updated: repository => repository.updatedAt,
  pushed: repository => repository.pushedAt,
  full_name: repository => repository.name.toLowerCase(),
};

/**
 * The repositories that a caller may see, in the order and of the type that the
 * query asks for.
 *
 * @param owner - of one owner only
 */
export function visibleRepositories(
  github: Github,
  request: ApiRequest,
  owner?: string,
): Repository[] {
  const all = owner
    ? github.store.repositories.list(owner.toLowerCase())
    : github.store.repositories.all();
  const type = request.query.get('type') ?? 'all';
  const sort = request.query.get('sort') ?? 'created';
  const key = Object.hasOwn(sorts, sort) ? sorts[sort] : sorts.created;
  const ascending =
    (request.query.get('direction') ??
      (sort === 'full_name' ? 'asc' : 'desc')) === 'asc';
  return all
    .filter(repository => roleIn(github, repository, request.viewer?.login))
    .filter(repository => {
      switch (type) {
        case 'public':
          return repository.visibility === 'public';
        case 'private':
          return repository.visibility !== 'public';
        case 'internal':
          return repository.visibility === 'internal';
        case 'forks':
          return false;
        default:
          return true;
      }
    })
    .sort((a, b) => {
      const order = key(a) < key(b) ? -1 : Number(key(a) > key(b));
      return ascending ? order : -order;
    });
}
