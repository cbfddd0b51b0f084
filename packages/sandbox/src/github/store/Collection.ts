import { DocumentDatabase, Stored } from './documents';

interface Row {
  id: number;
  scope: string;
  key: string;
  doc: string;
}

/** One kind of document. */
export class Collection<T extends object> {
  constructor(
    private readonly db: DocumentDatabase,
    private readonly name: string,
  ) {}

  /** The document at an address, or undefined. */
  get(scope: string | number, key: string | number): Stored<T> | undefined {
    return this.#one(
      'SELECT * FROM documents WHERE collection = ? AND scope = ? AND key = ?',
      String(scope),
      String(key),
    );
  }

  /** The document with a number, or undefined. */
  byId(id: number): Stored<T> | undefined {
    return this.#one(
      'SELECT * FROM documents WHERE collection = ? AND id = ?',
      id,
    );
  }

  /** All documents of a scope in order of creation. */
  list(scope: string | number): Stored<T>[] {
    return this.#many(
      'SELECT * FROM documents WHERE collection = ? AND scope = ? ORDER BY id',
      String(scope),
    );
  }

  /** Numbers of the documents of a scope in order of creation. */
  ids(scope: string | number): number[] {
    const rows = this.db
      .statement(
        'SELECT id FROM documents WHERE collection = ? AND scope = ? ORDER BY id',
      )
      .all(this.name, String(scope)) as Array<{ id: number }>;
    return rows.map(({ id }) => id);
  }

  /** All documents with a key, whatever their scope. */
  withKey(key: string | number): Stored<T>[] {
    return this.#many(
      'SELECT * FROM documents WHERE collection = ? AND key = ? ORDER BY id',
      String(key),
    );
  }

  /** All documents of this kind. */
  all(): Stored<T>[] {
    return this.#many(
      'SELECT * FROM documents WHERE collection = ? ORDER BY id',
    );
  }

  /**
   * Adds a document.
   *
   * @throws SqliteError when the address is taken
   */
  insert(scope: string | number, key: string | number, doc: T): Stored<T> {
    const result = this.db
      .statement(
        'INSERT INTO documents (collection, scope, key, doc) VALUES (?, ?, ?, ?)',
      )
      .run(this.name, String(scope), String(key), JSON.stringify(doc));
    return { ...doc, id: Number(result.lastInsertRowid) };
  }

  /** Adds a document whose key is its own number. */
  append(scope: string | number, doc: T): Stored<T> {
    return this.db.transaction(() => {
      const stored = this.insert(scope, `new-${Math.random()}`, doc);
      this.db
        .statement('UPDATE documents SET key = ? WHERE id = ?')
        .run(String(stored.id), stored.id);
      return stored;
    });
  }

  /** Adds the document or replaces the one at its address. */
  put(scope: string | number, key: string | number, doc: T): Stored<T> {
    return this.db.transaction(() => {
      const known = this.get(scope, key);
      return known ? this.update(known.id, doc) : this.insert(scope, key, doc);
    });
  }

  /** Changes the given fields of a document. */
  update(id: number, change: Partial<T>): Stored<T> {
    return this.db.transaction(() => {
      const known = this.byId(id);
      if (!known) {
        throw new Error(`There is no ${this.name} with the number ${id}.`);
      }
      const { id: _, ...doc } = { ...known, ...change };
      this.db
        .statement('UPDATE documents SET doc = ? WHERE id = ?')
        .run(JSON.stringify(doc), id);
      return { ...known, ...change, id };
    });
  }

  /** Moves a document to another key of its scope. */
  rekey(id: number, key: string): void {
    this.db.statement('UPDATE documents SET key = ? WHERE id = ?').run(key, id);
  }

  /** Removes the document at an address; answers whether there was one. */
  remove(scope: string | number, key: string | number): boolean {
    const result = this.db
      .statement(
        'DELETE FROM documents WHERE collection = ? AND scope = ? AND key = ?',
      )
      .run(this.name, String(scope), String(key));
    return result.changes > 0;
  }

  /** Removes all documents of a scope. */
  removeScope(scope: string | number): void {
    this.db
      .statement('DELETE FROM documents WHERE collection = ? AND scope = ?')
      .run(this.name, String(scope));
  }

  #one(sql: string, ...values: unknown[]): Stored<T> | undefined {
    const row = this.db.statement(sql).get(this.name, ...values) as
      | Row
      | undefined;
    return row && { ...(JSON.parse(row.doc) as T), id: row.id };
  }

  #many(sql: string, ...values: unknown[]): Stored<T>[] {
    const rows = this.db.statement(sql).all(this.name, ...values) as Row[];
    return rows.map(row => ({ ...(JSON.parse(row.doc) as T), id: row.id }));
  }
}
