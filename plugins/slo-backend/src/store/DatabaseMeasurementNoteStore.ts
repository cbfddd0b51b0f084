import type { Knex } from 'knex';
import { chunks } from './chunks';
import type {
  MeasurementNote,
  MeasurementNoteStore,
} from './MeasurementNoteStore';
import { toIso, type Moment } from './moments';

/** A row of `measurement_notes`. */
interface NoteRow {
  key: string;
  measurement_hash: string;
  measured_from: number | string;
  last_error: string | null;
  last_error_at: Moment | null;
  description: string | null;
}

/** Keeps notes on objectives in the database of the plugin. */
export class DatabaseMeasurementNoteStore implements MeasurementNoteStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc MeasurementNoteStore.notes} */
  async notes(keys?: string[]): Promise<Map<string, MeasurementNote>> {
    const rows: NoteRow[] = [];
    if (keys) {
      for (const piece of chunks(keys)) {
        rows.push(
          ...(await this.#knex('measurement_notes').whereIn('key', piece)),
        );
      }
    } else {
      rows.push(...(await this.#knex('measurement_notes')));
    }
    return new Map(rows.map(row => [row.key, toNote(row)]));
  }

  /** {@inheritdoc MeasurementNoteStore.saveNotes} */
  async saveNotes(notes: MeasurementNote[]): Promise<void> {
    const sorted = [...notes].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const piece of chunks(sorted)) {
      await this.#knex('measurement_notes')
        .insert(piece.map(toRow))
        .onConflict('key')
        .merge();
    }
  }
}

function toNote(row: NoteRow): MeasurementNote {
  return {
    key: row.key,
    measurementHash: row.measurement_hash,
    measuredFrom: Number(row.measured_from),
    lastError: row.last_error ?? undefined,
    lastErrorAt: toIso(row.last_error_at),
    description: row.description ? JSON.parse(row.description) : undefined,
  };
}

function toRow(note: MeasurementNote) {
  return {
    key: note.key,
    measurement_hash: note.measurementHash,
    measured_from: note.measuredFrom,
    last_error: note.lastError ?? null,
    last_error_at: note.lastErrorAt ? new Date(note.lastErrorAt) : null,
    description: note.description ? JSON.stringify(note.description) : null,
  };
}
