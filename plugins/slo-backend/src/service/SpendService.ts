import {
  type ErrorBudgetPolicy,
  type EvaluateInput,
  type EventSpend,
  eventSpends,
  spendTimes,
  windowRange,
} from '@arctiq/plugin-slo-common';
import { loadTimelines } from '../status/loadTimelines';
import type { CorrectionStore } from '../store/CorrectionStore';
import type {
  DefinitionStore,
  StoredDefinition,
} from '../store/DefinitionStore';
import type { EventStore } from '../store/EventStore';
import type { MeasurementState, SliceStore } from '../store/SliceStore';

/** What {@link SpendService} needs. */
export interface SpendServiceOptions {
  definitions: Pick<DefinitionStore, 'get'>;
  corrections: Pick<CorrectionStore, 'inForce'>;
  slices: Pick<SliceStore, 'states' | 'pointsAt'>;
  events: Pick<EventStore, 'list'>;
  policy: ErrorBudgetPolicy;
}

/** All that figures of one SLO are computed from. */
export interface LoadedSlo {
  stored: StoredDefinition;
  states: Map<string, MeasurementState>;
  input: EvaluateInput;
}

/** Loads one SLO and says what events spent of its budget. */
export class SpendService {
  readonly #options: SpendServiceOptions;

  constructor(options: SpendServiceOptions) {
    this.#options = options;
  }

  /**
   * Loads what the engine needs of one SLO.
   *
   * @param exactAt - times that must be exact beside those of an evaluation, Unix seconds
   * @param now - Unix seconds
   */
  async load(
    stored: StoredDefinition,
    exactAt: (states: Map<string, MeasurementState>) => number[],
    now: number,
  ): Promise<LoadedSlo> {
    const { corrections, slices, policy } = this.#options;
    const { definition } = stored;
    const keys = definition.objectives.map(({ key }) => key);
    const [states, inForce] = await Promise.all([
      slices.states(keys),
      corrections.inForce([definition.id]),
    ]);
    const timelines = await loadTimelines(slices, states, [
      {
        definition,
        corrections: inForce.get(definition.id) ?? [],
        exactAt: exactAt(states),
      },
    ]);
    return { stored, states, input: { definition, timelines, policy, now } };
  }

  /** What each deploy and incident in the window of an SLO spent, oldest first. */
  async of(id: string, now: number): Promise<EventSpend[]> {
    const stored = await this.#options.definitions.get(id);
    return stored ? (await this.loadWithEvents(stored, now)).spends : [];
  }

  /** Loads one SLO together with the events in its window and what they spent. */
  async loadWithEvents(
    stored: StoredDefinition,
    now: number,
  ): Promise<LoadedSlo & { spends: EventSpend[] }> {
    const { definition, component } = stored;
    const { from } = windowRange(definition.window, now);
    const events = await this.#options.events.list(component.entityRef, {
      from,
      to: Math.ceil(now),
    });
    const loaded = await this.load(
      stored,
      () => spendTimes(definition, events, now),
      now,
    );
    return { ...loaded, spends: eventSpends(events, loaded.input) };
  }
}
