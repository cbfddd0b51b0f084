import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { SloDefinition } from '@arctiq/plugin-slo-common';
import { createDatabase } from '../../store/createDatabase';
import { DatabaseMeasurementNoteStore } from '../../store/DatabaseMeasurementNoteStore';
import { DatabaseSliceStore } from '../../store/DatabaseSliceStore';
import type { StoredDefinition } from '../../store/DefinitionStore';
import type { SliceStore } from '../../store/SliceStore';
import {
  MeasurementCollector,
  type MeasurementRound,
} from '../MeasurementCollector';
import { ScriptedSource } from './ScriptedSource';

/** 2026-11-21T12:00:00Z */
export const noon = 1_795_262_400;
export const day = 86_400;

/** A definition with one ratio, as it is in force. */
export function define(
  id: string,
  changes: Partial<SloDefinition> = {},
): StoredDefinition {
  const query = { query: `sum(${id}_total)`, type: 'prometheus' };
  const definition: SloDefinition = {
    ...{ id, entityRef: 'component:default/orders', name: id },
    ...{ displayName: id, service: 'orders', labels: {} },
    window: { kind: 'rolling', duration: { value: 28, unit: 'd' } },
    budgetingMethod: 'Occurrences',
    objectives: [
      {
        ...{ key: id, target: '0.999', weight: 1 },
        indicator: { kind: 'ratio', counter: true, good: query, total: query },
      },
    ],
    ...{ alerts: [], format: 'openslo/v1', measurementHash: 'one' },
    source: { file: 'slo.yaml', line: 1 },
    ...changes,
  };
  return {
    definition,
    component: { entityRef: definition.entityRef, title: 'Orders' },
    ...{ revision: 1, since: '2026-11-01T00:00:00Z' },
  };
}

/** A database, a source and a clock; `collect` makes a run of a fresh collector. */
export async function startCollector(
  databases: TestDatabases,
  options: { backfillDays?: number } = {},
) {
  const knex = await databases.init('SQLITE_3');
  await createDatabase(mockServices.database({ knex }));
  const store = new DatabaseSliceStore(knex);
  const notes = new DatabaseMeasurementNoteStore(knex);
  const source = new ScriptedSource();
  const told: { ids: string[]; round: MeasurementRound }[] = [];
  const setup = {
    ...{ store, notes, source, told },
    now: noon,
    definitions: [define('a')],
    slices: store as SliceStore,
    create,
    collect: (signal = new AbortController().signal) => create().run(signal),
  };
  function create() {
    return new MeasurementCollector({
      ...{ source, notes, slices: setup.slices },
      definitions: { active: async () => setup.definitions },
      onMeasured: async (ids, round) => {
        told.push({ ids, round });
      },
      logger: mockServices.logger.mock(),
      ranges: {
        ...{ lateDataSeconds: 900, settleSeconds: 30 },
        backfillSeconds: (options.backfillDays ?? 3) * day,
      },
      clock: () => setup.now,
    });
  }
  return setup;
}
