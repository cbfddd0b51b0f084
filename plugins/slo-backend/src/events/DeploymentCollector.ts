import type { ReliabilityEvent } from '@arctiq/plugin-slo-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inParallel } from '../definitions/inParallel';
import type { EventStore } from '../store/EventStore';
import type {
  Deployment,
  DeploymentSource,
  Repository,
} from './DeploymentSource';
import { listComponents } from './listComponents';

const PROJECT_SLUG = 'github.com/project-slug';
/** Under this name the store keeps how deployments as a whole were read. */
export const DEPLOYS_READING = 'deploys';
/**
 * Outcomes that are asked for in one run, of one repository and of all. The
 * newest come first, so that every component soon shows its latest deploys; the
 * rest follows in later runs.
 */
const OUTCOMES_PER_REPOSITORY = 25;
const MAX_OUTCOMES = 2000;
const PARALLEL = 4;

/** What {@link DeploymentCollector} needs. */
export interface DeploymentCollectorOptions {
  source: DeploymentSource;
  catalog: CatalogService;
  auth: AuthService;
  store: EventStore;
  logger: LoggerService;
  /** Names of the environments that count as production. */
  environments: string[];
  /** The clock; replaced in tests. */
  now?: () => Date;
}

/** Reads the deployments of components that have SLOs. */
export class DeploymentCollector {
  readonly #options: DeploymentCollectorOptions;

  constructor(options: DeploymentCollectorOptions) {
    this.#options = options;
  }

  /**
   * Runs one collection. What goes wrong with one repository leaves its events
   * as they are and is kept as a reason.
   *
   * @param signal - ends the collection early
   * @throws Error when the catalog or the database cannot be used
   */
  async run(signal: AbortSignal): Promise<void> {
    const { store, environments, logger } = this.#options;
    const components = await listComponents(
      this.#options,
      PROJECT_SLUG,
      signal,
    );
    const startedAt = (this.#options.now?.() ?? new Date()).toISOString();
    const budget = { left: MAX_OUTCOMES };
    const failures: string[] = [];
    const work = [...components].flatMap(([slug, refs]) =>
      environments.map(environment => ({ slug, refs, environment })),
    );
    await inParallel(work, PARALLEL, async ({ slug, refs, environment }) => {
      signal.throwIfAborted();
      try {
        await this.#collect(slug, refs, environment, budget, signal);
      } catch (error) {
        signal.throwIfAborted();
        failures.push(toError(error).message);
      }
    });
    const last = await store.reading(DEPLOYS_READING);
    await store.setReading(
      DEPLOYS_READING,
      failures.length === 0
        ? { asOf: startedAt }
        : {
            asOf: last.asOf,
            reason: `Deploys of ${failures.length} of ${work.length} repositories could not be read: ${failures[0]}.`,
          },
    );
    if (failures.length > 0) {
      logger.warn(
        `Deploys are not complete for ${failures.length} of ${work.length} repositories: ${failures[0]}`,
      );
    }
  }

  async #collect(
    slug: string,
    entityRefs: string[],
    environment: string,
    budget: { left: number },
    signal: AbortSignal,
  ): Promise<void> {
    const { source, store } = this.#options;
    const match = /^([\w.-]+)\/([\w.-]+)$/.exec(slug);
    if (!match) {
      throw new Error(
        `'${slug}' of ${entityRefs[0]} is not '<owner>/<repository>'; correct ${PROJECT_SLUG}`,
      );
    }
    const repository: Repository = { owner: match[1], name: match[2] };
    const name =
      `deploys:${environment}:${slug.toLowerCase()}:${entityRefs.join(
        ',',
      )}`.slice(0, 300);
    const last = await store.reading(name);
    const listing = await source.list(
      repository,
      environment,
      last.etag,
      signal,
    );
    if (!listing) {
      return;
    }
    const ids = new Map(
      listing.items.map(item => [toId(slug, item.id), item] as const),
    );
    const known = await store.known([...ids.keys()], entityRefs);
    const unread = [...ids].filter(([id]) => !known.has(id));
    const due = unread.slice(0, Math.min(OUTCOMES_PER_REPOSITORY, budget.left));
    budget.left -= due.length;
    for (const [id, deployment] of due) {
      const event = await this.#read(id, repository, deployment, signal);
      if (event) {
        await store.write(
          entityRefs.map(entityRef => ({ ...event, entityRef, environment })),
        );
      }
    }
    // Without the etag the next run goes on where this one stopped.
    await store.setReading(
      name,
      due.length === unread.length ? { etag: listing.etag } : {},
    );
  }

  /** The event, or undefined while the deployment is under way: its status will change the listing. */
  async #read(
    id: string,
    repository: Repository,
    deployment: Deployment,
    signal: AbortSignal,
  ): Promise<Omit<ReliabilityEvent, 'entityRef'> | undefined> {
    const { source } = this.#options;
    const outcome = await source.outcome(repository, deployment.id, signal);
    if (!outcome) {
      return undefined;
    }
    const version = /^[0-9a-f]{40}$/.test(deployment.ref)
      ? deployment.ref.slice(0, 7)
      : deployment.ref;
    const verb = outcome.state === 'failed' ? ' failed' : '';
    const what = deployment.description ? `: ${deployment.description}` : '';
    return {
      id,
      kind: 'deploy',
      title: `Deploy of ${version}${verb}${what}`,
      url: outcome.url ?? source.pageOf(repository, deployment),
      start: Math.floor(Date.parse(outcome.at) / 1000),
      label: version,
      actor: deployment.creator,
    };
  }
}

function toId(slug: string, id: number): string {
  return `deploy:${slug.toLowerCase()}:${id}`;
}
