import type { SloDefinition } from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import {
  type ComponentRow,
  contentOf,
  type DefinitionRow,
  type FileRow,
  mapComponent,
  mapDefinition,
  mapReading,
} from './definitionRows';
import type {
  DefinitionStore,
  FileReading,
  SloComponent,
  StoredDefinition,
} from './DefinitionStore';
import { type Moment, toRequiredIso } from './moments';

/** Keeps definitions and their history in the database of the plugin. */
export class DatabaseDefinitionStore implements DefinitionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc DefinitionStore.active} */
  async active(): Promise<StoredDefinition[]> {
    const rows = await this.#joined().orderBy('d.id');
    return rows.map(mapDefinition);
  }

  /** {@inheritdoc DefinitionStore.get} */
  async get(id: string): Promise<StoredDefinition | undefined> {
    const row = await this.#joined().where('d.id', id).first();
    return row && mapDefinition(row);
  }

  /** {@inheritdoc DefinitionStore.revisions} */
  async revisions(id: string) {
    const rows: { revision: number; since: Moment; document: string }[] =
      await this.#knex('definition_revisions')
        .where({ id })
        .orderBy('revision', 'desc');
    return rows.map(({ revision, since, document }) => ({
      revision,
      since: toRequiredIso(since),
      definition: JSON.parse(document) as SloDefinition,
    }));
  }

  /** {@inheritdoc DefinitionStore.reading} */
  async reading(entityRef: string): Promise<FileReading[]> {
    const rows: FileRow[] = await this.#knex('definition_files')
      .where({ entity_ref: entityRef })
      .orderBy('file');
    return rows.map(mapReading);
  }

  /** {@inheritdoc DefinitionStore.readings} */
  async readings(): Promise<FileReading[]> {
    const rows: FileRow[] = await this.#knex('definition_files').orderBy([
      'entity_ref',
      'file',
    ]);
    return rows.map(mapReading);
  }

  /** {@inheritdoc DefinitionStore.components} */
  async components(): Promise<SloComponent[]> {
    const rows: ComponentRow[] = await this.#knex('components')
      .where({ in_force: true })
      .orderBy('entity_ref');
    return rows.map(mapComponent);
  }

  /** {@inheritdoc DefinitionStore.replace} */
  async replace(
    component: SloComponent,
    definitions: SloDefinition[],
    readings: FileReading[],
    now: string,
  ): Promise<void> {
    const { entityRef } = component;
    await this.#knex.transaction(async tx => {
      // Locks the component, so that two writers cannot count the same revision.
      await tx('components')
        .insert({
          entity_ref: entityRef,
          title: component.title,
          owner_ref: component.ownerRef ?? null,
          system_ref: component.systemRef ?? null,
          tier: component.tier ?? null,
          in_force: true,
          updated_at: new Date(now),
        })
        .onConflict('entity_ref')
        .merge();
      const rows: DefinitionRow[] = await tx('definitions').where({
        entity_ref: entityRef,
      });
      const known = new Map(rows.map(row => [row.id, row]));
      for (const definition of definitions) {
        await putDefinition(tx, definition, known.get(definition.id), now);
      }
      await tx('definitions')
        .where({ entity_ref: entityRef })
        .whereNotIn(
          'id',
          definitions.map(({ id }) => id),
        )
        .update({ in_force: false });
      await putReadings(tx, entityRef, readings);
    });
  }

  /** {@inheritdoc DefinitionStore.retire} */
  async retire(entityRefs: string[], now: string): Promise<void> {
    await this.#knex.transaction(async tx => {
      for (const refs of chunks(entityRefs)) {
        await tx('components')
          .whereIn('entity_ref', refs)
          .update({ in_force: false, updated_at: new Date(now) });
        await tx('definitions')
          .whereIn('entity_ref', refs)
          .update({ in_force: false });
        await tx('definition_files').whereIn('entity_ref', refs).delete();
      }
    });
  }

  #joined() {
    return this.#knex('definitions as d')
      .join('components as c', 'c.entity_ref', 'd.entity_ref')
      .where('d.in_force', true)
      .select(
        'd.id',
        'd.entity_ref',
        'd.revision',
        'd.since',
        'd.document',
        'c.title',
        'c.owner_ref',
        'c.system_ref',
        'c.tier',
      );
  }
}

async function putDefinition(
  tx: Knex.Transaction,
  definition: SloDefinition,
  known: DefinitionRow | undefined,
  now: string,
): Promise<void> {
  const { id, entityRef } = definition;
  const document = JSON.stringify(definition);
  if (
    known &&
    contentOf(JSON.parse(known.document)) === contentOf(definition)
  ) {
    await tx('definitions').where({ id }).update({ in_force: true, document });
    return;
  }
  const revision = (known?.revision ?? 0) + 1;
  const since = new Date(now);
  await tx('definitions')
    .insert({
      id,
      entity_ref: entityRef,
      revision,
      since,
      in_force: true,
      document,
    })
    .onConflict('id')
    .merge();
  await tx('definition_revisions').insert({ id, revision, since, document });
}

async function putReadings(
  tx: Knex.Transaction,
  entityRef: string,
  readings: FileReading[],
): Promise<void> {
  await tx('definition_files').where({ entity_ref: entityRef }).delete();
  for (const part of chunks(readings, 100)) {
    await tx('definition_files').insert(
      part.map(reading => ({
        entity_ref: entityRef,
        file: reading.file,
        etag: reading.etag ?? null,
        read_at: reading.readAt ? new Date(reading.readAt) : null,
        problems: JSON.stringify(reading.problems),
      })),
    );
  }
}
