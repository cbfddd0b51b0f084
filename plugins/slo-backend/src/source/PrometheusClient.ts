import { SLICE_SECONDS, type TimeRange } from '@arctiq/plugin-slo-common';
import type { z } from 'zod';
import { QueryError } from './errors';
import { Limiter } from './Limiter';
import type { PrometheusHttp } from './PrometheusHttp';
import type { PrometheusServerConfig } from './PrometheusServerConfig';
import {
  describeMismatch,
  matrixAnswerSchema,
  parseSample,
  runtimeInfoSchema,
} from './schema';
import { parseRetention } from './parseRetention';

/** One series with its samples, in the order of time. */
export interface Series {
  labels: Record<string, string>;
  /** Unix seconds. */
  times: number[];
  /** NaN and infinities included. */
  values: number[];
}

/** What a server answered. */
export interface Answer {
  series: Series[];
  /** What the server says is doubtful about it, such as a store that it could not ask. */
  warnings: string[];
}

/** Prometheus refuses more; the first point is one too. */
const MAX_POINTS = 11_000;
const RETRIES = 2;
const MAX_WAIT_MS = 10_000;
const RETENTION_MS = 15 * 60 * 1000;

/** Asks one server, no more than so many queries at once. */
export class PrometheusClient {
  readonly server: PrometheusServerConfig;
  readonly #http: PrometheusHttp;
  readonly #limiter: Limiter;
  readonly #wait: (ms: number) => Promise<void>;
  #retention?: { at: number; value: Promise<number | undefined> };

  /**
   * @param options - `wait` is replaced in tests
   */
  constructor(
    server: PrometheusServerConfig,
    http: PrometheusHttp,
    options?: { wait?: (ms: number) => Promise<void> },
  ) {
    this.server = server;
    this.#http = http;
    this.#limiter = new Limiter(server.concurrency);
    this.#wait =
      options?.wait ?? (ms => new Promise(resolve => setTimeout(resolve, ms)));
  }

  /**
   * Values of an expression at the end of each slice of a range.
   *
   * @throws QueryError
   */
  async atSlices(
    query: string,
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<Answer> {
    const series: Series[] = [];
    const warnings = new Set<string>();
    const stride = MAX_POINTS * SLICE_SECONDS;
    for (let from = range.from; from < range.to; from += stride) {
      const to = Math.min(from + stride, range.to);
      const answer = await this.#matrix(
        '/api/v1/query_range',
        {
          query,
          start: String(from + SLICE_SECONDS),
          end: String(to),
          step: String(SLICE_SECONDS),
        },
        signal,
      );
      series.push(...answer.series);
      answer.warnings.forEach(warning => warnings.add(warning));
    }
    return { series, warnings: [...warnings] };
  }

  /**
   * Samples that a range selector such as `requests_total[65m]` finds.
   *
   * @param time - Unix seconds
   * @throws QueryError
   */
  async samples(
    query: string,
    time: number,
    signal: AbortSignal,
  ): Promise<Answer> {
    return this.#matrix('/api/v1/query', { query, time: String(time) }, signal);
  }

  /**
   * How far back the server remembers, in seconds; asked every quarter of an hour.
   *
   * @returns undefined when the server does not say, as Thanos and Mimir
   */
  retention(signal: AbortSignal): Promise<number | undefined> {
    const now = Date.now();
    if (!this.#retention || now - this.#retention.at > RETENTION_MS) {
      this.#retention = { at: now, value: this.#readRetention(signal) };
    }
    return this.#retention.value;
  }

  async #readRetention(signal: AbortSignal): Promise<number | undefined> {
    const path = '/api/v1/status/runtimeinfo';
    try {
      const body = await this.#send(path, undefined, signal);
      const parsed = runtimeInfoSchema.safeParse(body);
      return parseRetention(parsed.data?.data.storageRetention ?? '');
    } catch (error) {
      if (error instanceof QueryError) {
        // A server that does not answer is not asked for every objective.
        return undefined;
      }
      throw error;
    }
  }

  async #matrix(
    path: string,
    form: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const extra = {
      timeout: `${Math.ceil(this.server.timeoutMs / 1000)}s`,
      // Half an answer of Thanos would be counted as a whole one.
      ...(this.server.flavour === 'thanos' && {
        ...{ dedup: 'true', partial_response: 'false' },
        max_source_resolution: '0s',
      }),
    };
    const body = await this.#send(path, { ...form, ...extra }, signal);
    const parsed = matrixAnswerSchema.safeParse(body);
    if (!parsed.success) {
      throw this.#unusable(describeMismatch(parsed.error));
    }
    return this.#toAnswer(parsed.data);
  }

  #toAnswer(body: z.infer<typeof matrixAnswerSchema>): Answer {
    const series = body.data.result.map(({ metric, values, histograms }) => {
      if (histograms?.length && !values?.length) {
        throw new QueryError(
          `Server '${this.server.name}' answered a native histogram. Use histogram_count() or histogram_fraction() in the query.`,
          { kind: 'refused' },
        );
      }
      const read: Series = { labels: metric, times: [], values: [] };
      for (const sample of values ?? []) {
        const parsed = parseSample(sample);
        if (!parsed) {
          const text = JSON.stringify(sample);
          throw this.#unusable(`${text} is no sample with a number`);
        }
        read.times.push(parsed[0]);
        read.values.push(parsed[1]);
      }
      return read;
    });
    return { series, warnings: body.warnings ?? [] };
  }

  #unusable(why: string): QueryError {
    return new QueryError(
      `Server '${this.server.name}' gave an answer that is not one of Prometheus: ${why}.`,
      { kind: 'unreachable' },
    );
  }

  #send(
    path: string,
    form: Record<string, string> | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    return this.#limiter.run(async () => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await this.#http.request(path, form, signal);
        } catch (error) {
          const again =
            error instanceof QueryError &&
            error.retryable &&
            attempt < RETRIES &&
            !signal.aborted;
          if (!again) {
            throw error;
          }
          const wait = (error.retryAfter ?? 0.5 * 2 ** attempt) * 1000;
          await this.#wait(Math.min(wait, MAX_WAIT_MS));
        }
      }
    });
  }
}
