import {
  ofWholeWindow,
  type Rollup,
  rollUp,
  type RollupMember,
  type Scoreboard,
  SLICE_SECONDS,
  type SloSummary,
} from '@arctiq/plugin-slo-common';
import { DateTime } from 'luxon';
import { toTimeline } from '../status/loadTimelines';
import type { CorrectionStore } from '../store/CorrectionStore';
import type { SliceStore } from '../store/SliceStore';
import type { EvaluatedSlo } from '../store/StatusStore';
import { groupBy } from './RollupService';
import { shortenRollup } from './shorten';

/** What {@link ScoreboardBuilder} needs. */
export interface ScoreboardOptions {
  slices: Pick<SliceStore, 'states' | 'pointsAt'>;
  corrections: Pick<CorrectionStore, 'inForce'>;
  /** Promise of the company for a quarter, as a decimal string. */
  objective: string;
  /** Zone in which quarters begin. */
  timeZone: string;
  /** Which SLOs count, by their names. */
  names: RegExp;
  /** The clock. */
  now: () => Date;
}

/**
 * Measures the company against its availability objective of the quarter: all
 * good over all events of the SLOs that count, since the quarter began.
 */
export class ScoreboardBuilder {
  readonly #options: ScoreboardOptions;

  constructor(options: ScoreboardOptions) {
    this.#options = options;
  }

  /**
   * @param evaluated - all SLOs
   * @param titleOf - title of a group or system
   */
  async build(
    evaluated: EvaluatedSlo[],
    titleOf: (ref: string) => string,
  ): Promise<Scoreboard> {
    const { names, objective, timeZone, now } = this.#options;
    const start = DateTime.fromJSDate(now(), { zone: timeZone }).startOf(
      'quarter',
    );
    const end = start.plus({ quarters: 1 });
    const counting = evaluated.filter(
      ({ summary }) =>
        summary.budgetingMethod === 'Occurrences' && names.test(summary.name),
    );
    const members = await this.#membersSince(counting, start.toSeconds());
    const allowedShare = 1 - Number(objective);
    const quarterMinutes = end.diff(start, 'minutes').minutes;
    const allowedMinutes = quarterMinutes * allowedShare;
    // Time of which nothing is known, before measuring began, spends nothing.
    const measuredSlices = members.reduce(
      (most, { sums }) => Math.max(most, sums.expected),
      0,
    );
    const measuredMinutes = (measuredSlices * SLICE_SECONDS) / 60;
    const measuredShare = measuredMinutes / quarterMinutes;
    const ofQuarter = (group: RollupMember[], ref: string, title: string) =>
      shortenRollup(
        ofWholeWindow(rollUp(group, { ref, title }), measuredShare),
      );
    const company = ofQuarter(members, 'company', 'Company');
    const by = (refOf: (summary: SloSummary) => string | undefined) =>
      [...groupBy(members, ({ summary }) => refOf(summary))]
        .map(([ref, group]) => ofQuarter(group, ref, titleOf(ref)))
        .sort(byLeastLeft);
    return {
      objective,
      quarter: {
        from: start.toUTC().toISO() ?? '',
        to: end.toUTC().toISO() ?? '',
        timeZone,
      },
      company,
      allowedMinutes,
      // The share of bad events, as if it had been time without any service.
      spentMinutes:
        company.sli === undefined
          ? undefined
          : (1 - company.sli) * measuredMinutes,
      teams: by(summary => summary.ownerRef),
      systems: by(summary => summary.systemRef),
    };
  }

  /** Sums of each SLO over the quarter so far, all against the company's objective. */
  async #membersSince(
    counting: EvaluatedSlo[],
    start: number,
  ): Promise<RollupMember[]> {
    const { slices, corrections, objective } = this.#options;
    const from = Math.floor(start / SLICE_SECONDS) * SLICE_SECONDS;
    const inForce = await corrections.inForce(
      counting.map(({ summary }) => summary.id),
    );
    // Only what has one objective has sums that its id is the key of.
    const states = await slices.states(
      counting.map(({ summary }) => summary.id),
    );
    const points = await slices.pointsAt(
      [...states.values()].map(({ key, watermark }) => {
        const bounds = (inForce.get(key) ?? []).flatMap(({ range }) => [
          range.from,
          range.to,
        ]);
        const times = new Set([from, watermark, ...bounds]);
        return { key, times: [...times].sort((a, b) => a - b) };
      }),
    );
    return counting.flatMap(({ summary }) => {
      const state = states.get(summary.id);
      if (!state) {
        return [];
      }
      const timeline = toTimeline(
        points.get(summary.id) ?? [],
        state,
        inForce.get(summary.id) ?? [],
      );
      const sums = timeline.between({ from, to: state.watermark });
      return [{ summary, sums, target: objective }];
    });
  }
}

function byLeastLeft(a: Rollup, b: Rollup): number {
  return (
    (a.remaining ?? Infinity) - (b.remaining ?? Infinity) ||
    a.ref.localeCompare(b.ref)
  );
}
