import type { SloGlance, SloPage } from '@arctiq/plugin-slo-common';
import { z } from 'zod';
import { text } from '../schema/common';
import type { listQuery } from '../schema/requests';
import {
  type RoundStatus,
  SORTS,
  type StatusFilter,
  type StatusPosition,
  type StatusStore,
} from '../store/StatusStore';
import { decodeCursor, encodeCursor } from './cursor';
import { freshen, STALE_AFTER_SECONDS } from './freshen';
import type { RollupService } from './RollupService';
import { shorten } from './shorten';

/** What {@link ListService} needs. */
export interface ListServiceOptions {
  statuses: StatusStore;
  rollups: RollupService;
  /** The clock. */
  now: () => Date;
}

const DEFAULT_LIMIT = 20;
const GLANCE_BYTES = 4096;

const positionSchema = z.object({
  sort: z.enum(SORTS),
  value: z.union([z.number(), text(0, 1000)]),
  id: text(1, 300),
}) satisfies z.ZodType<StatusPosition>;

/** Lists SLOs, from the store alone. */
export class ListService {
  readonly #options: ListServiceOptions;

  constructor(options: ListServiceOptions) {
    this.#options = options;
  }

  /**
   * One page of SLOs.
   *
   * @param ownership - what the person owns through, when only theirs are wanted
   * @throws InputError for a cursor of other origin
   */
  async list(
    query: z.output<typeof listQuery>,
    ownership: string[] | undefined,
  ): Promise<SloPage> {
    const { statuses, now } = this.#options;
    const sort = query.sort ?? 'burn';
    const after =
      query.cursor === undefined
        ? undefined
        : decodeCursor(
            query.cursor,
            positionSchema.extend({ sort: z.literal(sort) }),
          );
    const [listing, round] = await Promise.all([
      statuses.list(toFilter(query, ownership), {
        sort,
        limit: query.limit ?? DEFAULT_LIMIT,
        after,
      }),
      statuses.round(),
    ]);
    const seconds = now().getTime() / 1000;
    return {
      items: listing.items.map(({ summary }) => freshen(summary, seconds)),
      totalItems: listing.totalItems,
      states: listing.states,
      pageInfo: listing.next ? { nextCursor: encodeCursor(listing.next) } : {},
      ...describeRound(round, seconds),
    };
  }

  /** What a card shows of one component or one owner: at most 4 kB. */
  async glance(filter: {
    entityRef?: string;
    owner?: string;
  }): Promise<SloGlance> {
    const { statuses, rollups, now } = this.#options;
    const { entityRef, owner } = filter;
    const listing = await statuses.list(
      { entityRef, ownerRefs: owner === undefined ? undefined : [owner] },
      { sort: 'burn', limit: 3 },
    );
    const { worst, fastest, ...rollup } = await rollups.of(filter);
    const seconds = now().getTime() / 1000;
    const top = listing.items.map(({ summary }) =>
      shorten(freshen(summary, seconds)),
    );
    while (JSON.stringify({ rollup, top }).length > GLANCE_BYTES) {
      top.pop();
    }
    return { rollup, top };
  }
}

function toFilter(
  query: z.output<typeof listQuery>,
  ownership: string[] | undefined,
): StatusFilter {
  const { owner } = query;
  const named = owner === undefined ? undefined : [owner];
  const ownerRefs =
    ownership && named
      ? named.filter(ref => ownership.includes(ref))
      : ownership ?? named;
  return {
    ownerRefs,
    systemRef: query.system,
    entityRef: query.entityRef,
    tier: query.tier,
    states: query.state,
    text: query.q,
  };
}

function describeRound(
  { asOf, reason }: RoundStatus,
  now: number,
): Pick<SloPage, 'asOf' | 'quality' | 'reason'> {
  if (asOf === undefined) {
    return {
      quality: 'not-measured',
      reason:
        'Nothing was measured yet; the first round follows within minutes.',
    };
  }
  if (now - Date.parse(asOf) / 1000 > STALE_AFTER_SECONDS) {
    return {
      asOf,
      quality: 'stale',
      reason: reason ?? `Nothing was measured since ${asOf}.`,
    };
  }
  return reason
    ? { asOf, quality: 'partial', reason }
    : { asOf, quality: 'complete' };
}
