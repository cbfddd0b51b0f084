import {
  evaluate,
  explain,
  policyState,
  type SloDefinition,
  type SloDetail,
  type SloSummary,
} from '@arctiq/plugin-slo-common';
import { NotFoundError } from '@backstage/errors';
import { toSummary } from '../status/toSummary';
import type { CorrectionStore } from '../store/CorrectionStore';
import type {
  DefinitionStore,
  StoredDefinition,
} from '../store/DefinitionStore';
import type { StatusStore } from '../store/StatusStore';
import { describeRevisions } from './describeRevisions';
import type { EventSourceService } from './EventSourceService';
import { freshen } from './freshen';
import type { ProvenanceService } from './ProvenanceService';
import type { LoadedSlo, SpendService } from './SpendService';

/** What {@link DetailService} needs. */
export interface DetailServiceOptions {
  definitions: Pick<DefinitionStore, 'get' | 'revisions'>;
  corrections: Pick<CorrectionStore, 'list'>;
  statuses: Pick<StatusStore, 'get'>;
  spends: SpendService;
  provenance: ProvenanceService;
  eventSources: EventSourceService;
  /** The clock. */
  now: () => Date;
}

/** Tells all about one SLO, from the store alone. */
export class DetailService {
  readonly #options: DetailServiceOptions;

  constructor(options: DetailServiceOptions) {
    this.#options = options;
  }

  /**
   * The definition in force.
   *
   * @throws NotFoundError when there is none
   */
  async find(id: string): Promise<StoredDefinition> {
    const stored = await this.lookUp(id);
    if (!stored) {
      throw new NotFoundError(
        `There is no SLO '${id}'. It may have been renamed or removed from its file; the list of SLOs has those in force.`,
      );
    }
    return stored;
  }

  /** The definition in force, if there is one. */
  lookUp(id: string): Promise<StoredDefinition | undefined> {
    return this.#options.definitions.get(id);
  }

  /**
   * Everything that the page of an SLO shows, but for what the person who
   * asks may do.
   */
  async detail(stored: StoredDefinition): Promise<Omit<SloDetail, 'allowed'>> {
    const { corrections, definitions, spends, provenance, eventSources, now } =
      this.#options;
    const { definition } = stored;
    const seconds = now().getTime() / 1000;
    const [loaded, revisions, allCorrections, sources] = await Promise.all([
      spends.loadWithEvents(stored, seconds),
      definitions.revisions(definition.id),
      corrections.list(definition.id),
      eventSources.list(),
    ]);
    const { summary, members } = await this.#status(loaded, seconds);
    const { status } = summary;
    return {
      ...summary,
      definition,
      members,
      provenance: await provenance.of(
        definition,
        loaded.states,
        explain(definition, status),
      ),
      corrections: allCorrections,
      // The newest events are what people look for.
      events: loaded.spends.reverse(),
      eventSources: sources,
      revisions: describeRevisions(revisions),
      policy: policyState(status.remaining ?? 1, loaded.input.policy),
    };
  }

  /** Every revision of a definition, newest first. */
  async revisions(id: string) {
    const revisions = await this.#options.definitions.revisions(id);
    const summaries = describeRevisions(revisions);
    const items = revisions.map((revision, index) => ({
      ...revision,
      summary: summaries[index].summary,
    }));
    return { items, totalItems: items.length, pageInfo: {} };
  }

  /** The budget that lists show; before the first round, that of nothing measured. */
  async #status(
    { stored, input }: LoadedSlo,
    now: number,
  ): Promise<{ summary: SloSummary; members: SloDetail['members'] }> {
    const { definition } = stored;
    const evaluated = await this.#options.statuses.get(definition.id);
    if (evaluated) {
      return {
        summary: freshen(evaluated.summary, now),
        members: describeMembers(definition, evaluated.members),
      };
    }
    const { status, members } = evaluate(input);
    return {
      summary: toSummary(stored, status),
      members: describeMembers(definition, members),
    };
  }
}

function describeMembers(
  { objectives }: SloDefinition,
  members: { key: string; status: SloSummary['status'] }[],
): SloDetail['members'] {
  return members.flatMap(({ key, status }) => {
    const objective = objectives.find(item => item.key === key);
    return objective
      ? [
          {
            key,
            displayName: objective.displayName,
            weight: objective.weight,
            target: objective.target,
            status,
          },
        ]
      : [];
  });
}
