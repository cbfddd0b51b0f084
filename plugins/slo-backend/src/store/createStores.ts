import type { Knex } from 'knex';
import type { CorrectionStore } from './CorrectionStore';
import { DatabaseCorrectionStore } from './DatabaseCorrectionStore';
import { DatabaseDefinitionStore } from './DatabaseDefinitionStore';
import { DatabaseEventStore } from './DatabaseEventStore';
import { DatabaseExemptionStore } from './DatabaseExemptionStore';
import { DatabaseMeasurementNoteStore } from './DatabaseMeasurementNoteStore';
import { DatabaseSliceStore } from './DatabaseSliceStore';
import { DatabaseStatusStore } from './DatabaseStatusStore';
import type { DefinitionStore } from './DefinitionStore';
import type { EventStore } from './EventStore';
import type { ExemptionStore } from './ExemptionStore';
import { DatabaseGateLogStore, type GateLogStore } from './GateLogStore';
import type { MeasurementNoteStore } from './MeasurementNoteStore';
import type { SliceStore } from './SliceStore';
import type { StatusStore } from './StatusStore';
import { DatabaseTitleStore, type TitleStore } from './TitleStore';

/** Everything that the plugin keeps. */
export interface Stores {
  corrections: CorrectionStore;
  definitions: DefinitionStore;
  events: EventStore;
  exemptions: ExemptionStore;
  gateLog: GateLogStore;
  notes: MeasurementNoteStore;
  slices: SliceStore;
  statuses: StatusStore;
  titles: TitleStore;
}

/** Opens all stores on one database. */
export function createStores(knex: Knex): Stores {
  return {
    corrections: new DatabaseCorrectionStore(knex),
    definitions: new DatabaseDefinitionStore(knex),
    events: new DatabaseEventStore(knex),
    exemptions: new DatabaseExemptionStore(knex),
    gateLog: new DatabaseGateLogStore(knex),
    notes: new DatabaseMeasurementNoteStore(knex),
    slices: new DatabaseSliceStore(knex),
    statuses: new DatabaseStatusStore(knex),
    titles: new DatabaseTitleStore(knex),
  };
}
