import type { SloSource } from '../source/SloSource';
import type {
  MeasurementNote,
  MeasurementNoteStore,
} from '../store/MeasurementNoteStore';
import type { MeasurementState } from '../store/SliceStore';
import type { CollectedObjective } from './objectives';

/** The notes on objectives during a run; written when they change. */
export class Notebook {
  readonly #store: MeasurementNoteStore;
  readonly #source: SloSource;
  #notes = new Map<string, MeasurementNote>();
  readonly #changed = new Set<string>();

  constructor(store: MeasurementNoteStore, source: SloSource) {
    this.#store = store;
    this.#source = source;
  }

  /**
   * Reads the notes. An objective that is measured in a new way is so from the
   * slice on that comes next: what was measured before stays as it is.
   */
  async open(
    objectives: readonly CollectedObjective[],
    states: ReadonlyMap<string, MeasurementState>,
    signal: AbortSignal,
  ): Promise<void> {
    this.#notes = await this.#store.notes();
    this.#changed.clear();
    for (const { key, measurementHash, indicator } of objectives) {
      const note = this.#notes.get(key);
      const edited = note && note.measurementHash !== measurementHash;
      const told = await this.#source.describe({ key, indicator }, signal);
      // A server that is down has not forgotten how long it remembers.
      const description = {
        ...told,
        retentionSeconds:
          told.retentionSeconds ?? note?.description?.retentionSeconds,
      };
      const next: MeasurementNote = {
        ...note,
        ...{ key, measurementHash, description },
        measuredFrom: edited
          ? states.get(key)?.watermark ?? 0
          : note?.measuredFrom ?? 0,
      };
      if (JSON.stringify(next) !== JSON.stringify(note)) {
        this.#set(next);
      }
    }
    await this.save();
  }

  /** The note on an objective that was opened. */
  get(key: string): MeasurementNote | undefined {
    return this.#notes.get(key);
  }

  /** Notes that an objective was measured, or why not. */
  record(key: string, error: string | undefined, at: string): void {
    const note = this.#notes.get(key);
    if (note && (error !== undefined || note.lastError !== undefined)) {
      this.#set({
        ...note,
        lastError: error,
        lastErrorAt: error === undefined ? undefined : at,
      });
    }
  }

  /** Objectives that failed at their last attempt. */
  failing(keys: readonly string[]): number {
    return keys.filter(key => this.get(key)?.lastError !== undefined).length;
  }

  /** Writes what changed. */
  async save(): Promise<void> {
    const notes = [...this.#changed].flatMap(key => this.get(key) ?? []);
    this.#changed.clear();
    await this.#store.saveNotes(notes);
  }

  #set(note: MeasurementNote): void {
    this.#notes.set(note.key, note);
    this.#changed.add(note.key);
  }
}
