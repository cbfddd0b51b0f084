import type { SourceDescription } from '../source/SloSource';

/** What is known about the measurement of one objective besides its slices. */
export interface MeasurementNote {
  key: string;
  /** Hash of the definition that measures it now. */
  measurementHash: string;
  /** Slices up to this time (Unix seconds) were measured by an earlier definition; 0 if none. */
  measuredFrom: number;
  /** Why the last attempt gave nothing; absent when it succeeded. */
  lastError?: string;
  /** ISO 8601. */
  lastErrorAt?: string;
  /** Where its figures come from. */
  description?: SourceDescription;
}

/** Keeps notes on objectives, for the collector and for the page of an SLO. */
export interface MeasurementNoteStore {
  /** Notes by key; objectives without a note are left out. All without keys. */
  notes(keys?: string[]): Promise<Map<string, MeasurementNote>>;
  /** Writes notes; each replaces the one of its objective. */
  saveNotes(notes: MeasurementNote[]): Promise<void>;
}
