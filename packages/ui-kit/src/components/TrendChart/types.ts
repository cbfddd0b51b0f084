/** A point of a {@link TrendChart}. */
export interface TrendPoint {
  /** Unix seconds. */
  time: number;
  /** Absent where it was not known: the line breaks there. */
  value?: number;
}

/** Something that happened and may explain the line. */
export interface TrendMarker {
  id: string;
  kind: 'deploy' | 'incident';
  label: string;
  /** Unix seconds. */
  time: number;
  /** Unix seconds; absent when it took no time or is not over. */
  end?: number;
}

/** A level that means something. */
export interface TrendLine {
  value: number;
  label: string;
}

/** What the drawing of a chart needs. */
export interface TrendPlotProps {
  title: string;
  points: readonly TrendPoint[];
  /** Writes a value with its unit. */
  format: (value: number) => string;
  lines?: readonly TrendLine[];
  /** Points before this time (Unix seconds) are less certain; they are hatched. */
  doubtfulUntil?: number;
  markers?: readonly TrendMarker[];
}
