import {
  emptySums,
  type Rollup,
  rollUp,
  type RollupMember,
  type Scoreboard,
} from '@arctiq/plugin-slo-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type {
  EvaluatedSlo,
  StatusFilter,
  StatusStore,
} from '../store/StatusStore';
import type { TitleStore } from '../store/TitleStore';
import { decodeCursor, encodeCursor } from './cursor';
import { freshen } from './freshen';
import type { ScoreboardBuilder } from './ScoreboardBuilder';
import { shortenRollup } from './shorten';

/** What {@link RollupService} needs. */
export interface RollupServiceOptions {
  statuses: StatusStore;
  titles: TitleStore;
  scoreboard: ScoreboardBuilder;
  /** The clock. */
  now: () => Date;
}

const DEFAULT_LIMIT = 100;
const positionSchema = z.object({ ref: z.string().max(300) });

/** Puts SLOs together by team, system and company. */
export class RollupService {
  readonly #options: RollupServiceOptions;
  /** Answers of one version of the figures; another version empties it. */
  #cache = { version: -1, answers: new Map<string, Promise<unknown>>() };

  constructor(options: RollupServiceOptions) {
    this.#options = options;
  }

  /**
   * Roll-ups by owner or by system, the least budget first.
   *
   * @throws NotFoundError when `ref` has no SLOs
   * @throws InputError for a cursor of other origin
   */
  async list(query: {
    by: 'owner' | 'system';
    ref?: string;
    limit?: number;
    cursor?: string;
  }) {
    const { by, ref, limit = DEFAULT_LIMIT } = query;
    const after =
      query.cursor && decodeCursor(query.cursor, positionSchema).ref;
    const all = await this.#cached(`by ${by}`, () => this.#groups(by));
    const chosen =
      ref === undefined ? all : all.filter(item => item.ref === ref);
    if (ref !== undefined && chosen.length === 0) {
      throw new NotFoundError(
        `${ref} has no SLOs. They belong to the ${by} of a component that has the annotation 'arctiq.io/slo'.`,
      );
    }
    const start = after ? chosen.findIndex(item => item.ref === after) + 1 : 0;
    const items = chosen.slice(start, start + limit);
    const last = items.at(-1);
    return {
      items,
      totalItems: chosen.length,
      pageInfo:
        last && start + limit < chosen.length
          ? { nextCursor: encodeCursor({ ref: last.ref }) }
          : {},
    };
  }

  /** All SLOs of one component or one owner together. */
  async of(filter: { entityRef?: string; owner?: string }): Promise<Rollup> {
    const ref = filter.entityRef ?? filter.owner ?? 'company';
    return this.#cached(`of ${ref}`, async () => {
      const members = await this.#members({
        entityRef: filter.entityRef,
        ownerRefs: filter.owner === undefined ? undefined : [filter.owner],
      });
      const title =
        filter.entityRef !== undefined && members.length > 0
          ? members[0].summary.entityTitle
          : titleOf(ref, await this.#options.titles.all());
      return rollUp(members.flatMap(toRollupMembers), { ref, title });
    });
  }

  /** The company against its objective of the quarter. */
  scoreboard(): Promise<Scoreboard> {
    return this.#cached('scoreboard', async () => {
      const titles = await this.#options.titles.all();
      return this.#options.scoreboard.build(await this.#members({}), ref =>
        titleOf(ref, titles),
      );
    });
  }

  async #groups(by: 'owner' | 'system'): Promise<Rollup[]> {
    const titles = await this.#options.titles.all();
    const groups = groupBy(await this.#members({}), ({ summary }) =>
      by === 'owner' ? summary.ownerRef : summary.systemRef,
    );
    return [...groups]
      .map(([ref, members]) =>
        shortenRollup(
          rollUp(members.flatMap(toRollupMembers), {
            ref,
            title: titleOf(ref, titles),
          }),
        ),
      )
      .sort(
        (a, b) =>
          (a.worst?.status.remaining ?? Infinity) -
            (b.worst?.status.remaining ?? Infinity) ||
          a.ref.localeCompare(b.ref),
      );
  }

  async #members(filter: StatusFilter): Promise<EvaluatedSlo[]> {
    const now = this.#options.now().getTime() / 1000;
    const members = await this.#options.statuses.all(filter);
    return members.map(member => ({
      ...member,
      summary: freshen(member.summary, now),
    }));
  }

  /**
   * Keeps an answer until a figure changes; the store counts that, so that it
   * holds for all replicas. Once a minute it is made anew, for its age.
   */
  async #cached<T>(key: string, make: () => Promise<T>): Promise<T> {
    const { version } = await this.#options.statuses.round();
    if (this.#cache.version !== version) {
      this.#cache = { version, answers: new Map() };
    }
    const { answers } = this.#cache;
    const minute = Math.floor(this.#options.now().getTime() / 60_000);
    const id = `${minute} ${key}`;
    const known = answers.get(id) as Promise<T> | undefined;
    if (known) {
      return known;
    }
    const answer = make();
    if (answers.size > 2000) {
      answers.clear();
    }
    answers.set(id, answer);
    answer.catch(() => answers.delete(id));
    return answer;
  }
}

/** Members of a roll-up: one for each measured objective, at least one for each SLO. */
export function toRollupMembers(evaluated: EvaluatedSlo): RollupMember[] {
  const { summary, measured } = evaluated;
  return measured.length > 0
    ? measured.map(part => ({ summary, ...part }))
    : [{ summary, target: summary.target, sums: emptySums() }];
}

/** Groups items; those without a key are in none. */
export function groupBy<T>(
  items: T[],
  key: (item: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name !== undefined) {
      const group = groups.get(name);
      if (group) {
        group.push(item);
      } else {
        groups.set(name, [item]);
      }
    }
  }
  return groups;
}

function titleOf(ref: string, titles: Map<string, string>): string {
  return titles.get(ref) ?? parseEntityRef(ref, { defaultKind: 'group' }).name;
}
