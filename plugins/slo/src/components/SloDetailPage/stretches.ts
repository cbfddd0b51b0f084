import { SLICE_SECONDS, type SloDetail } from '@arctiq/plugin-slo-common';
import type { SeriesQuery } from '../../api';

const POINTS = 336;
const HOUR = 3_600;
const DAY = 86_400;

/**
 * The window in at most {@link POINTS} steps of whole slices, up to the last
 * closed one, so that the end of the line is the figure of the page.
 */
export function seriesStretch(window: {
  from: number;
  to: number;
}): SeriesQuery {
  const { from, to } = window;
  const slices = Math.ceil((to - from) / SLICE_SECONDS / POINTS);
  return { from, to, stepSeconds: Math.max(1, slices) * SLICE_SECONDS };
}

/**
 * Until when points of the chart stand on less than a whole window, because the
 * window of their time began before the first measurement. Calendar windows
 * begin anew and are left out.
 *
 * @returns Unix seconds; undefined when all points have a whole window
 */
export function partialUntil(
  slo: Pick<SloDetail, 'window' | 'status' | 'provenance'>,
): number | undefined {
  const { from, to } = slo.status.window;
  const since = Math.max(
    ...slo.provenance.map(({ measuredSince }) => measuredSince ?? 0),
  );
  const until = since + (to - from);
  return slo.window.kind === 'rolling' && until > from ? until : undefined;
}

/** The last day, slice by slice. */
export function dayStretch(to: number): SeriesQuery {
  return { from: to - DAY, to, stepSeconds: SLICE_SECONDS };
}

/** Four weeks of full hours. */
export function weeksStretch(watermark: number): SeriesQuery {
  const to = Math.floor(watermark / HOUR) * HOUR;
  return { from: to - 28 * DAY, to, stepSeconds: HOUR };
}
