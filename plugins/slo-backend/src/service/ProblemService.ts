import type { DefinitionStore } from '../store/DefinitionStore';

/** Says what is wrong in files of definitions. */
export class ProblemService {
  readonly #definitions: Pick<DefinitionStore, 'reading' | 'readings'>;

  constructor(definitions: Pick<DefinitionStore, 'reading' | 'readings'>) {
    this.#definitions = definitions;
  }

  /** Problems of one component or of all, errors first. */
  async list(entityRef: string | undefined) {
    const readings =
      entityRef === undefined
        ? await this.#definitions.readings()
        : await this.#definitions.reading(entityRef);
    const items = readings
      .flatMap(({ problems, readAt, entityRef: ref }) =>
        problems.map(problem => ({ ...problem, entityRef: ref, readAt })),
      )
      .sort((a, b) => a.severity.localeCompare(b.severity));
    return { items, totalItems: items.length, pageInfo: {} };
  }
}
