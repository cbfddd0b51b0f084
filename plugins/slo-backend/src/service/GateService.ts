import {
  decideGate,
  type ErrorBudgetPolicy,
  type EventSpend,
  type GateAnswer,
} from '@arctiq/plugin-slo-common';
import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ExemptionStore } from '../store/ExemptionStore';
import type { GateLogStore } from '../store/GateLogStore';
import type { EvaluatedSlo, StatusStore } from '../store/StatusStore';
import type { SpendService } from './SpendService';

/** What {@link GateService} needs. */
export interface GateServiceOptions {
  statuses: Pick<StatusStore, 'all'>;
  exemptions: Pick<ExemptionStore, 'list'>;
  spends: SpendService;
  log: GateLogStore;
  catalog: CatalogService;
  auth: AuthService;
  policy: ErrorBudgetPolicy;
  environments: string[];
  maxAgeSeconds: number;
  /** The clock. */
  now: () => Date;
}

/** Answers promotion gate 4, and keeps every answer. */
export class GateService {
  readonly #options: GateServiceOptions;

  constructor(options: GateServiceOptions) {
    this.#options = options;
  }

  /**
   * Whether a component may be promoted.
   *
   * @param askedBy - entity ref of the person, or subject of the service
   * @throws InputError when the environment is unknown
   * @throws NotFoundError when the catalog does not know the component
   */
  async ask(
    query: { entityRef: string; environment?: string },
    credentials: BackstageCredentials,
    askedBy: string,
  ): Promise<GateAnswer> {
    const { statuses, exemptions, policy, maxAgeSeconds, log } = this.#options;
    const { entityRef, environment = 'prod' } = query;
    this.requireEnvironment(environment);
    const evaluated = await statuses.all({ entityRef });
    if (evaluated.length === 0) {
      await this.#requireEntity(entityRef, credentials);
    }
    const now = this.#options.now();
    const answer = decideGate({
      entityRef,
      environment,
      summaries: evaluated.map(({ summary }) => summary),
      policy,
      exemptions: await exemptions.list(entityRef),
      spends: await this.#spends(evaluated, now),
      now: now.getTime() / 1000,
      maxAgeSeconds,
    });
    await log.append({ askedAt: now.toISOString(), askedBy, answer });
    return answer;
  }

  /** @throws InputError naming the environments that there are */
  requireEnvironment(environment: string): void {
    const { environments } = this.#options;
    if (!environments.includes(environment)) {
      throw new InputError(
        `Wrong parameters: 'environment' must be one of ${environments.join(
          ', ',
        )}.`,
      );
    }
  }

  async #requireEntity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { catalog, auth } = this.#options;
    // A pipeline has no rights at the catalog; that a component exists is no secret.
    const asking = auth.isPrincipal(credentials, 'user')
      ? credentials
      : await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: asking,
    });
    if (!entity) {
      throw new NotFoundError(
        `The catalog does not know '${entityRef}'. Check the name, or register its catalog-info.yaml in the portal.`,
      );
    }
  }

  /** Deploys that spent the budgets which hold the component back. */
  async #spends(
    evaluated: EvaluatedSlo[],
    now: Date,
  ): Promise<Map<string, EventSpend[]>> {
    const burning = evaluated.filter(
      ({ summary }) =>
        summary.status.state !== 'healthy' &&
        summary.status.remaining !== undefined,
    );
    const spends = new Map<string, EventSpend[]>();
    for (const { summary } of burning) {
      spends.set(
        summary.id,
        await this.#options.spends.of(summary.id, now.getTime() / 1000),
      );
    }
    return spends;
  }
}
