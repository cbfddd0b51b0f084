import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  explainGitHubFailure,
  gitHubFailureOf,
  hasErrors,
  NameAnswer,
  Problem,
  titleOf,
  validateServiceName,
} from '@arctiq/plugin-golden-path-common';
import { ownerRefOf, refOf } from '../catalog/entityFacts';
import {
  ExistingRepository,
  RepositorySource,
} from '../github/RepositorySource';

/** Kinds that a new service of the same name would be confused with. */
const NAMED_KINDS = [
  'api',
  'component',
  'domain',
  'resource',
  'system',
  'template',
];

interface RepositoryLookup {
  repository?: ExistingRepository;
  warning?: Problem;
}

/** Says whether a name is right in form and free, in the catalog and on GitHub. */
export class NameService {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #repositories: RepositorySource;
  readonly #logger: LoggerService;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    repositories: RepositorySource;
    logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#repositories = options.repositories;
    this.#logger = options.logger;
  }

  /**
   * @param name - as typed
   * @param runId - the run that asks: what it made itself is no obstacle to it
   */
  async check(name: string, runId?: string): Promise<NameAnswer> {
    const form = validateServiceName(name);
    if (form.length > 0) {
      return { name, available: 'no', problems: form };
    }
    const [entities, lookup] = await Promise.all([
      this.#findEntities(name),
      this.#findRepository(name),
    ]);
    const { repository, warning } = lookup;
    const own = runId !== undefined && repository?.runId === runId;

    const problems: Problem[] = [];
    for (const entity of entities) {
      if (!own || !this.#comesFrom(entity, repository!)) {
        problems.push(await this.#entityProblem(entity));
      }
    }
    if (repository && !own) {
      problems.push(repositoryProblem(repository));
    }
    if (warning) {
      problems.push(warning);
    }
    if (hasErrors(problems)) {
      return { name, available: 'no', problems };
    }
    return { name, available: warning ? 'unknown' : 'yes', problems };
  }

  /** With the portal's own rights: a name is taken also where the asker may not look. */
  async #findEntities(name: string): Promise<Entity[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: NAMED_KINDS.map(kind =>
          stringifyEntityRef({ kind, namespace: DEFAULT_NAMESPACE, name }),
        ),
        fields: ['kind', 'metadata', 'relations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.filter(item => item !== undefined);
  }

  async #findRepository(name: string): Promise<RepositoryLookup> {
    try {
      return { repository: await this.#repositories.find(name) };
    } catch (error) {
      const { phrase } = explainGitHubFailure(
        gitHubFailureOf(error),
        new Date(),
      );
      this.#logger.warn(`Name "${name}" not checked: GitHub ${phrase}`);
      return {
        warning: {
          code: 'github-unchecked',
          message: `The name could not be checked on GitHub: GitHub ${phrase}. The run will check again.`,
          severity: 'warning',
          field: 'name',
        },
      };
    }
  }

  #comesFrom(entity: Entity, repository: ExistingRepository): boolean {
    const origin = entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
    return origin?.startsWith(`url:${repository.htmlUrl}/`) ?? false;
  }

  /** Tells no more than the ref and who to talk to. */
  async #entityProblem(entity: Entity): Promise<Problem> {
    const ownerRef = ownerRefOf(entity);
    const owner =
      ownerRef &&
      (await this.#catalog.getEntityByRef(ownerRef, {
        credentials: await this.#auth.getOwnServiceCredentials(),
      }));
    const of = ownerRef
      ? ` of ${owner ? titleOf(owner) : parseEntityRef(ownerRef).name}`
      : '';
    return {
      code: 'entity-exists',
      message: `${refOf(
        entity,
      )}${of} exists already in the catalog: choose another name.`,
      severity: 'error',
      field: 'name',
    };
  }
}

function repositoryProblem(repository: ExistingRepository): Problem {
  const { htmlUrl, homepage, runId } = repository;
  return {
    code: 'repository-exists',
    message: runId
      ? `The repository ${htmlUrl} exists already: the run ${homepage} made it. Open that run and start it again if it failed, or choose another name.`
      : `The repository ${htmlUrl} exists already: choose another name.`,
    severity: 'error',
    field: 'name',
  };
}
