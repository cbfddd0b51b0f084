import type { Knex } from 'knex';
import { chunks } from './chunks';

/** Titles of owners and systems, as the catalog had them last. */
export interface TitleStore {
  all(): Promise<Map<string, string>>;
  put(titles: Map<string, string>): Promise<void>;
}

/** Keeps titles in the database of the plugin. */
export class DatabaseTitleStore implements TitleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc TitleStore.all} */
  async all(): Promise<Map<string, string>> {
    const rows: { entity_ref: string; title: string }[] = await this.#knex(
      'titles',
    );
    return new Map(rows.map(row => [row.entity_ref, row.title]));
  }

  /** {@inheritdoc TitleStore.put} */
  async put(titles: Map<string, string>): Promise<void> {
    const rows = [...titles].map(([entity_ref, title]) => ({
      entity_ref,
      title,
    }));
    for (const part of chunks(rows)) {
      await this.#knex('titles').insert(part).onConflict('entity_ref').merge();
    }
  }
}
