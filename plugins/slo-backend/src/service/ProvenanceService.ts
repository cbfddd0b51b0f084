import {
  type Provenance,
  type SloDefinition,
  windowRange,
} from '@arctiq/plugin-slo-common';
import type { MeasurementNoteStore } from '../store/MeasurementNoteStore';
import type { MeasurementState, SliceStore } from '../store/SliceStore';

/** What {@link ProvenanceService} needs. */
export interface ProvenanceOptions {
  notes: Pick<MeasurementNoteStore, 'notes'>;
  slices: Pick<SliceStore, 'slices'>;
}

/** The last hour says what is wrong now. */
const RECENT_SECONDS = 3600;

/** Says where figures come from, by what was found out while measuring. */
export class ProvenanceService {
  readonly #options: ProvenanceOptions;

  constructor(options: ProvenanceOptions) {
    this.#options = options;
  }

  /**
   * @param states - how far its objectives are measured
   * @param arithmetic - the computation in sentences; belongs to the SLO, so the first has it
   */
  async of(
    definition: SloDefinition,
    states: Map<string, MeasurementState>,
    arithmetic: string[],
  ): Promise<Provenance[]> {
    const keys = definition.objectives.map(({ key }) => key);
    const notes = await this.#options.notes.notes(keys);
    return Promise.all(
      keys.map(async (key, index) => {
        const state = states.get(key);
        const note = notes.get(key);
        const description = note?.description;
        const warnings = [
          ...(description?.warnings ?? []),
          ...retentionWarning(definition, state, description?.retentionSeconds),
          ...(note?.lastError ? [note.lastError] : []),
          ...(await this.#recentProblems(key, state)),
        ];
        return {
          server: description?.server ?? 'not known yet',
          serverUrl: description?.serverUrl,
          queries: description?.queries ?? [],
          measuredAt: state?.measuredAt,
          warnings: [...new Set(warnings)],
          measuredSince: state?.measuredSince,
          retentionSeconds: description?.retentionSeconds,
          arithmetic: index === 0 ? arithmetic : [],
        };
      }),
    );
  }

  async #recentProblems(
    key: string,
    state: MeasurementState | undefined,
  ): Promise<string[]> {
    if (!state) {
      return [];
    }
    const slices = await this.#options.slices.slices(key, {
      from: state.watermark - RECENT_SECONDS,
      to: state.watermark,
    });
    return [...new Set(slices.flatMap(({ reason }) => reason ?? []))];
  }
}

/** A server that forgets sooner than the window is long matters until the store has the window. */
function retentionWarning(
  { window }: SloDefinition,
  state: MeasurementState | undefined,
  retention: number | undefined,
): string[] {
  if (!state || retention === undefined) {
    return [];
  }
  const { from, to } = windowRange(window, state.watermark);
  const covered = state.measuredSince <= from;
  return retention < to - from && !covered
    ? [
        `The server keeps ${Math.floor(
          retention / 86_400,
        )} days, less than the window: the portal's own record begins at ${new Date(
          state.measuredSince * 1000,
        ).toISOString()} and grows from there.`,
      ]
    : [];
}
