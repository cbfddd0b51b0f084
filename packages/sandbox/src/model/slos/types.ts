/** A window in the words of OpenSLO. */
export type SloWindowSpec =
  | { duration: string }
  | { duration: string; startTime: string; timeZone: string };

/** What an objective looks at. */
export type IndicatorSpec =
  | { kind: 'ratio'; good?: string; bad?: string; total: string }
  | { kind: 'raw'; query: string }
  | { kind: 'threshold'; query: string; op: 'lte' | 'gte'; value: number };

/** A member of a composite objective. */
export interface MemberSpec {
  name: string;
  title: string;
  target: string;
  weight: number;
  indicator: IndicatorSpec;
}

/** How the file of a component is written. */
export type SloFormat = 'openslo' | 'sloth' | 'pyrra';

/** A promise of a component. */
export interface SloSpec {
  component: string;
  /** `<component>-<aspect>`. */
  name: string;
  /** What is promised, for example `availability`; unique within the component. */
  aspect: string;
  title: string;
  description: string;
  /** Share of good, a decimal string. */
  target: string;
  method: 'Occurrences' | 'Timeslices' | 'RatioTimeslices';
  /** Share from which a slice is good (Timeslices). */
  sliceTarget?: string;
  window: SloWindowSpec;
  indicator: IndicatorSpec;
  /** Members instead of the indicator. */
  members?: MemberSpec[];
  /** The stream that is measured and what makes an event of it bad. */
  stream?: { id: string; by: 'bad' | 'slow' };
}
