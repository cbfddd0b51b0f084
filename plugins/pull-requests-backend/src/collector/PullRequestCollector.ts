import { LoggerService } from '@backstage/backend-plugin-api';
import { RateLimitedError } from '../source/errors';
import { Listing, PullRequestSource } from '../source/PullRequestSource';
import {
  CheckResults,
  CollectorStatus,
  KnownPullRequest,
  PullRequestStore,
} from '../store/PullRequestStore';
import { needsReading } from './needsReading';
import { ReadRequest, ReadResult, readAll } from './readAll';

/** What {@link PullRequestCollector} needs. */
export interface PullRequestCollectorOptions {
  source: PullRequestSource;
  store: PullRequestStore;
  logger: LoggerService;
  /** The clock; replaced in tests. */
  now?: () => Date;
  /** Requests for single pull requests in one run; by default 300. */
  maxReadings?: number;
}

/** So many readings are kept at once; a crash loses no more than these. */
const BATCH = 50;

/**
 * Brings the store up to what is open at GitHub. Nothing that GitHub fails to
 * say changes what is kept: a pull request is closed only after a complete
 * listing left it out and reading it confirmed that.
 */
export class PullRequestCollector {
  readonly #options: PullRequestCollectorOptions;

  constructor(options: PullRequestCollectorOptions) {
    this.#options = options;
  }

  /**
   * Runs one collection. What goes wrong with GitHub is kept as the status of
   * the store.
   *
   * @param signal - ends the collection early
   * @throws Error when the database cannot be used
   */
  async run(signal: AbortSignal): Promise<void> {
    const { source, store, logger } = this.#options;
    const startedAt = this.#now();
    const previous = await store.status();
    if (previous.notBefore && previous.notBefore > startedAt) {
      logger.debug(
        `GitHub asked not to be read before ${previous.notBefore.toISOString()}`,
      );
      return;
    }
    const run = await store.beginRun();
    const listing = await source.list(signal);
    const requests = this.#select(listing, await store.known(), startedAt);
    const result = await this.#read(run, requests, listing, signal);
    const status = summarize(previous, listing, result, startedAt);
    await store.endRun(run, status, startedAt);
    if (status.reason) {
      logger.warn(`Pull requests are not up to date: ${status.reason}`);
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  /** What has to be read: the changed, and those that a complete listing lacks. */
  #select(
    listing: Listing,
    known: Map<string, KnownPullRequest>,
    now: Date,
  ): ReadRequest[] {
    const listedIds = new Set(listing.items.map(({ id }) => id));
    const changed = listing.items
      .filter(item => needsReading(item, known.get(item.id), now))
      .map(({ id }) => id);
    const missing = listing.problem
      ? []
      : [...known]
          .filter(([id, { open }]) => open && !listedIds.has(id))
          .map(([id]) => id);
    return [...changed, ...missing].map(id => ({
      id,
      etag: known.get(id)?.etag,
    }));
  }

  async #read(
    run: number,
    requests: ReadRequest[],
    listing: Listing,
    signal: AbortSignal,
  ): Promise<ReadResult> {
    const { source, store, maxReadings = 300 } = this.#options;
    const total: ReadResult = { readings: [], unread: [] };
    const now = requests.slice(0, maxReadings);
    const later = requests.slice(maxReadings);
    for (let start = 0; start < now.length; start += BATCH) {
      const batch = now.slice(start, start + BATCH);
      // A server that limits or fails is not asked any further.
      if (total.problem || listing.problem instanceof RateLimitedError) {
        total.unread.push(...batch.map(({ id }) => id));
        continue;
      }
      const { readings, unread, problem } = await readAll(
        source,
        batch,
        signal,
      );
      const checkedAt = this.#now();
      await store.saveChecks(run, toChecks(readings, checkedAt), checkedAt);
      total.readings.push(...readings);
      total.unread.push(...unread);
      total.problem = problem;
    }
    total.unread.push(...later.map(({ id }) => id));
    return total;
  }
}

function toChecks(
  readings: ReadResult['readings'],
  checkedAt: Date,
): CheckResults {
  const checks: CheckResults = { found: [], unchanged: [], gone: [] };
  for (const { id, reading } of readings) {
    if (reading.state === 'found') {
      const { record, etag } = reading;
      checks.found.push({ record, etag, checkedAt });
    } else {
      checks[reading.state].push(id);
    }
  }
  return checks;
}

function summarize(
  previous: CollectorStatus,
  listing: Listing,
  result: ReadResult,
  startedAt: Date,
): CollectorStatus {
  const notBefore = [listing.problem, result.problem].find(
    error => error instanceof RateLimitedError,
  )?.retryAt;
  if (listing.problem) {
    return {
      // Without a complete listing the data is as old as the last one; when a
      // part was read, that part is newer than the rest.
      asOf: previous.asOf,
      quality: listing.items.length > 0 ? 'partial' : previous.quality,
      reason: `${listing.problem.message}.`,
      notBefore,
    };
  }
  if (result.unread.length === 0) {
    return { asOf: startedAt, quality: 'complete' };
  }
  const cause = result.problem
    ? `: ${result.problem.message}`
    : ' and will be read next time';
  return {
    asOf: startedAt,
    quality: 'partial',
    reason: `${result.unread.length} pull requests could not be read yet${cause}.`,
    notBefore,
  };
}
