import type { Region } from '../types';

/** When things happen during a day and a week. */
export type Profile = 'shoppers' | 'staff' | 'night' | 'even';

/** Events of a stream that carry the same labels. */
export interface Part {
  labels: Readonly<Record<string, string>>;
  /** Share among the good events, or among the bad ones. */
  share: number;
  bad: boolean;
}

/** How long events take, as a log-normal distribution. */
export interface Duration {
  /** Seconds that half of the events stay within. */
  median: number;
  /** Spread of the logarithm. */
  sigma: number;
  /** Seconds that an objective allows; what an incident slows is slower than this. */
  limit: number;
  /** Upper bounds of the buckets in seconds, without infinity. */
  bounds: readonly number[];
}

/** Something that a component counts. */
export interface Stream {
  /** `<component>/<what>`. */
  id: string;
  component: string;
  namespace: string;
  regions: readonly Region[];
  /** Pods per region. */
  instances: number;
  /** Name of the counter, or of the histogram without its suffix. */
  metric: string;
  profile: Profile;
  /** Events per second on average, all regions together. */
  rate: number;
  /** Usual share of bad events. */
  bad: number;
  parts: readonly Part[];
  duration?: Duration;
}

/** Something that a component measures now and then, such as a lag. */
export interface Gauge {
  id: string;
  component: string;
  namespace: string;
  regions: readonly Region[];
  metric: string;
  labels: Readonly<Record<string, string>>;
  /** Usual value, and how far it strays from it. */
  usual: number;
  spread: number;
  /** Value while an incident of the stream with this id lasts. */
  troubled: number;
}
