import type { SeriesPoint } from '../types';
import { coverageOf, openAccount, remainingOf } from './account';
import { lookBack } from './burn';
import { memberWeight } from './members';
import { commonWatermark } from './evaluate';
import { withDefaults, type EvaluateInput } from './options';
import { floorToSlice } from './ranges';
import type { Timeline } from './timeline';
import { windowRange } from './windows';

/** Stretch and step of a chart, Unix seconds. */
export interface SeriesRange {
  from: number;
  to: number;
  stepSeconds: number;
}

interface Part {
  weight: number;
  remaining?: number;
  burn?: number;
  coverage: number;
}

function partAt(
  input: EvaluateInput,
  index: number,
  timeline: Timeline,
  time: number,
  stepSeconds: number,
): Part {
  const { definition } = input;
  const options = withDefaults(input.options);
  const objective = definition.objectives[index];
  const account = openAccount(
    definition,
    objective,
    timeline,
    windowRange(definition.window, time),
    options.calendarBudget,
  );
  const step = lookBack(
    definition,
    objective,
    timeline,
    time,
    { label: 'step', seconds: stepSeconds },
    options.minimumCoverage,
  );
  return {
    weight: memberWeight(definition, objective),
    remaining: remainingOf(account),
    burn: step.rate,
    coverage: coverageOf(account.sums),
  };
}

function addParts(time: number, parts: readonly Part[]): SeriesPoint {
  if (parts.length === 1) {
    const [{ remaining, burn, coverage }] = parts;
    return { time, remaining, burn, coverage };
  }
  const known = parts.filter(part => part.remaining !== undefined);
  const consumed = known.reduce(
    (sum, part) => sum + part.weight * (1 - (part.remaining ?? 1)),
    0,
  );
  const burning = parts.filter(part => part.burn !== undefined);
  const burn = burning.reduce(
    (sum, part) => sum + part.weight * (part.burn ?? 0),
    0,
  );
  return {
    time,
    remaining: known.length > 0 ? 1 - consumed : undefined,
    burn: burning.length > 0 ? burn : undefined,
    coverage: Math.min(...parts.map(part => part.coverage)),
  };
}

/**
 * What was left at the end of each step, each point with the window of its own
 * time. The last point stands at the watermark when `to` is not before it, and
 * equals what `evaluate` answers; the others stand whole steps before it.
 * Points at which nothing was known have no `remaining`; a point before the
 * first measurement is left out.
 *
 * @param range - Unix seconds; `stepSeconds` is rounded up to whole slices
 * @throws RangeError when the step is not above 0
 */
export function budgetSeries(
  input: EvaluateInput,
  range: SeriesRange,
): SeriesPoint[] {
  const { definition, timelines } = input;
  const watermark = commonWatermark(input);
  const step = Math.ceil(range.stepSeconds / 300) * 300;
  if (!(step > 0)) {
    throw new RangeError(
      `A chart cannot have steps of ${range.stepSeconds} s. Ask for a multiple of 300.`,
    );
  }
  if (watermark === undefined) {
    return [];
  }
  const since = Math.min(
    ...[...timelines.values()].map(timeline => timeline.first),
  );
  const points: SeriesPoint[] = [];
  const last = Math.min(floorToSlice(range.to), watermark);
  for (let time = last; time > Math.max(range.from, since); time -= step) {
    const parts = definition.objectives.map((objective, index) => {
      const timeline = timelines.get(objective.key);
      return timeline
        ? partAt(input, index, timeline, time, step)
        : { weight: 1, coverage: 0 };
    });
    points.push(addParts(time, parts));
  }
  return points.reverse();
}
