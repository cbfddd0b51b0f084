import type { Located } from '../yaml/Located';
import type { DocumentOf, Kind } from './schema';

type Documents = { [K in Kind]: Map<string, Located<DocumentOf<K>>> };

/** The named OpenSLO documents of one file, for references between them. */
export class Registry {
  private readonly documents: Documents = {
    SLO: new Map(),
    SLI: new Map(),
    Service: new Map(),
    DataSource: new Map(),
    AlertPolicy: new Map(),
    AlertCondition: new Map(),
    AlertNotificationTarget: new Map(),
  };
  /** Kind and name of documents that are there but not valid. */
  private readonly broken = new Set<string>();

  /** Adds a document, or reports that its name is taken. */
  add<K extends Kind>(kind: K, document: Located<DocumentOf<K>>): boolean {
    const known: Map<string, Located<DocumentOf<K>>> = this.documents[kind];
    const { name } = document.value.metadata;
    const first = known.get(name);
    if (first) {
      document
        .at('metadata')
        .at('name')
        .error(
          `Another ${kind} with the name "${name}" begins on line ${first.line}; this one is not used. Names are unique per kind`,
        );
      return false;
    }
    known.set(name, document);
    return true;
  }

  /** Notes that a document with this name exists, although it cannot be used. */
  addBroken(kind: string, name: unknown): void {
    this.broken.add(`${kind} ${String(name)}`);
  }

  /** Looks up a reference; reports one that leads nowhere at the reference itself. */
  resolve<K extends Kind>(
    kind: K,
    reference: Located<string>,
  ): Located<DocumentOf<K>> | undefined {
    const known: Map<string, Located<DocumentOf<K>>> = this.documents[kind];
    const name = reference.value;
    const found = known.get(name);
    if (found) {
      return found;
    }
    if (this.broken.has(`${kind} ${name}`)) {
      return reference.error(
        `refers to the ${kind} "${name}", which is in this file but not valid: mend that first`,
      );
    }
    const names = [...known.keys()];
    return reference.error(
      `refers to the ${kind} "${name}", which is not in this file: ${
        names.length > 0
          ? `it has ${names.join(', ')}`
          : `add the document, or write it inline`
      }`,
    );
  }

  has(kind: Kind, name: string): boolean {
    return this.documents[kind].has(name);
  }

  isEmpty(kind: Kind): boolean {
    return this.documents[kind].size === 0;
  }

  all<K extends Kind>(kind: K): Located<DocumentOf<K>>[] {
    const known: Map<string, Located<DocumentOf<K>>> = this.documents[kind];
    return [...known.values()];
  }
}
