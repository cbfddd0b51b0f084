import Database from 'better-sqlite3';
import fs from 'node:fs';
import path from 'node:path';

/** A stored document together with its number, unique over all collections. */
export type Stored<T> = T & { id: number };

/**
 * Documents in one SQLite table, addressed by collection, scope (what they
 * belong to) and key (unique inside the scope). Every write is a transaction of
 * SQLite in WAL mode: a process killed with -9 leaves the last whole state.
 */
export class DocumentDatabase {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  /**
   * @param file - path of the database; created with its folder when absent
   */
  constructor(file: string) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = NORMAL');
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        collection TEXT NOT NULL,
        scope TEXT NOT NULL,
        key TEXT NOT NULL,
        doc TEXT NOT NULL
      );
      CREATE UNIQUE INDEX IF NOT EXISTS documents_address
        ON documents (collection, scope, key);
      CREATE INDEX IF NOT EXISTS documents_key
        ON documents (collection, key);
    `);
  }

  /** Runs `fn` so that all of its writes happen, or none. */
  transaction<T>(fn: () => T): T {
    return this.#db.transaction(fn).immediate();
  }

  /** The prepared statement for `sql`; prepared once. */
  statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Removes every document. */
  clear(): void {
    this.#db.exec('DELETE FROM documents');
  }

  close(): void {
    this.#db.close();
  }
}
