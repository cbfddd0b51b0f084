import type { Writable } from 'node:stream';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  LunrSearchEngine,
  SearchEngine,
} from '@backstage/plugin-search-backend-node';
import {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';

/**
 * Lunr, which searches in memory, with one difference: a kind of document that
 * nothing was found of yet has no results. Lunr calls that a missing index and
 * fails, which a person who searches just after the start would see as an error
 * of the portal. Documentation is built when it is first read, so before the
 * first page is read there is none to be found.
 */
export class LocalSearchEngine implements SearchEngine {
  readonly #lunr: LunrSearchEngine;

  constructor(options: { logger: LoggerService }) {
    this.#lunr = new LunrSearchEngine(options);
  }

  setTranslator(translator: Parameters<SearchEngine['setTranslator']>[0]) {
    this.#lunr.setTranslator(
      translator as Parameters<LunrSearchEngine['setTranslator']>[0],
    );
  }

  getIndexer(type: string): Promise<Writable> {
    return this.#lunr.getIndexer(type);
  }

  /** Answers a query; an index that does not exist yet is an empty one. */
  async query(query: SearchQuery): Promise<IndexableResultSet> {
    try {
      return await this.#lunr.query(query);
    } catch (error) {
      if (error instanceof Error && error.name === 'MissingIndexError') {
        return { results: [], numberOfResults: 0 };
      }
      throw error;
    }
  }
}
