/** One event stream: what happened in ten seconds at one pod. */
interface Tick {
  time: number;
  total: number;
  /** Answers by code, errors among them. */
  codes: Map<string, number>;
  slow: number;
}

/** A pod and what befalls it. Unix seconds. */
interface Pod {
  instance: string;
  from: number;
  to: number;
  /** Share of the traffic of the service. */
  share: number;
  /** The process dies and starts again: its counters begin anew. */
  crashes: number[];
  /** Prometheus cannot scrape it. */
  unseen: [from: number, to: number][];
}

/** What a history is made of. Unix seconds. */
export interface HistoryOptions {
  job: string;
  from: number;
  to: number;
  scrapeSeconds: number;
  seed: number;
}

/** Events that truly happened, and the samples that Prometheus took of them. */
export interface History {
  /** Samples by series, as OpenMetrics without the metric's name. */
  samples: Map<string, Map<string, [time: number, value: number][]>>;
  /** True counts over (from, to]. */
  count(
    from: number,
    to: number,
  ): { total: number; errors: number; slow: number };
}

const TICK = 10;
const HOUR = 3600;
const DAY = 86_400;

/**
 * Simulates a service with a day's rhythm, bursts, incidents at quiet hours,
 * releases that replace its pods, crashes, and times without scrapes.
 */
export function simulate(options: HistoryOptions): History {
  const random = mulberry(options.seed);
  const samples: History['samples'] = new Map();
  const ticks: Tick[] = [];
  for (const pod of podsOf(options)) {
    simulatePod(pod, options, random, samples, ticks);
  }
  return {
    samples,
    count(from, to) {
      const inside = ticks.filter(({ time }) => time > from && time <= to);
      return {
        total: inside.reduce((sum, tick) => sum + tick.total, 0),
        errors: inside.reduce((sum, { codes }) => sum + errorsOf(codes), 0),
        slow: inside.reduce((sum, tick) => sum + tick.slow, 0),
      };
    },
  };
}

function podsOf({ from, to }: HistoryOptions): Pod[] {
  const pods: Pod[] = [];
  const release = 2.5 * DAY;
  for (let start = from, n = 0; start < to; start += release, n++) {
    for (const place of [0, 1, 2]) {
      const begins = start === from ? from : start + place * 67;
      const crash = begins + 11 * HOUR + place * 7123;
      pods.push({
        instance: `10.0.${n}.${place}:8080`,
        from: begins,
        to: Math.min(to, start + release + place * 67 + 40),
        share: [0.5, 0.3, 0.2][place],
        crashes: place < 2 ? [crash, crash + 180] : [],
        unseen: [
          [
            begins + 20 * HOUR + place * 900,
            begins + 20.4 * HOUR + place * 900,
          ],
          [from + 3.7 * DAY, from + 3.7 * DAY + 2400],
        ],
      });
    }
  }
  return pods;
}

function simulatePod(
  pod: Pod,
  options: HistoryOptions,
  random: () => number,
  samples: History['samples'],
  ticks: Tick[],
): void {
  let counters = startProcess();
  const offset = Math.floor(random() * options.scrapeSeconds);
  for (let time = pod.from; time <= pod.to; time += TICK) {
    if (pod.crashes.some(crash => crash > time - TICK && crash <= time)) {
      counters = startProcess();
    }
    // It gets traffic once it is ready, and no more while it is drained.
    if (time > pod.from + 40 && time < pod.to - 40) {
      const tick = happen(time, pod, options, random);
      ticks.push(tick);
      count(counters, tick);
    }
    const due = (time - pod.from - offset) % options.scrapeSeconds;
    const seen = !pod.unseen.some(([from, to]) => time > from && time < to);
    if (due >= 0 && due < TICK && seen) {
      scrape(pod, options.job, time, counters, samples);
    }
  }
}

type Counters = Map<string, number>;

function startProcess(): Counters {
  return new Map([
    ['requests_total code=200', 0],
    ['duration_seconds_count', 0],
    ['duration_seconds_bucket le=0.3', 0],
  ]);
}

function count(counters: Counters, tick: Tick): void {
  function add(name: string, value: number) {
    if (value > 0) {
      counters.set(name, (counters.get(name) ?? 0) + value);
    }
  }
  tick.codes.forEach((value, code) =>
    add(`requests_total code=${code}`, value),
  );
  add('duration_seconds_count', tick.total);
  add('duration_seconds_bucket le=0.3', tick.total - tick.slow);
}

function happen(
  time: number,
  pod: Pod,
  { from, seed }: HistoryOptions,
  random: () => number,
): Tick {
  const hour = ((time - from) / HOUR) % 24;
  const daily = 0.02 + Math.max(0, Math.sin(((hour - 6) / 24) * 2 * Math.PI));
  const burst = hour > 12 && hour < 12.5 ? 6 : 1;
  // Incidents at night, when a bad ratio is few bad events.
  const night = hour > 1 && hour < 1.6;
  const errorRate = night ? 0.3 : 0.0004;
  const total = Math.round(
    seed * daily * burst * pod.share * (0.6 + 0.8 * random()),
  );
  const failed = hits(total, errorRate, random);
  const busy = hits(failed, 0.1, random);
  const codes = new Map([
    ['200', total - failed],
    ['500', failed - busy],
    ['503', busy],
  ]);
  const slow = hits(total, night ? 0.2 : 0.004, random);
  return { time, total, codes, slow };
}

/** How many of some events happen that each happen with a probability. */
function hits(events: number, probability: number, random: () => number) {
  let found = 0;
  // From one hit straight to the next: most events are none.
  const scale = Math.log(1 - probability);
  let event = Math.log(1 - random()) / scale;
  while (event < events) {
    found += 1;
    event += 1 + Math.floor(Math.log(1 - random()) / scale);
  }
  return found;
}

function scrape(
  pod: Pod,
  job: string,
  time: number,
  counters: Counters,
  samples: History['samples'],
): void {
  for (const [name, value] of counters) {
    const [metric, label] = name.split(' ');
    const [key, text] = label?.split('=') ?? [];
    const labels = `job="${job}",instance="${pod.instance}"${
      key ? `,${key}="${text}"` : ''
    }`;
    const ofMetric = samples.get(metric) ?? new Map();
    const series = ofMetric.get(labels) ?? [];
    series.push([time, value]);
    samples.set(metric, ofMetric.set(labels, series));
  }
}

function errorsOf(codes: ReadonlyMap<string, number>): number {
  return (codes.get('500') ?? 0) + (codes.get('503') ?? 0);
}

/** Small generator of pseudo-random numbers, the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The text that `promtool tsdb create-blocks-from openmetrics` reads. */
export function toOpenMetrics(histories: readonly History[]): string {
  const lines: string[] = [];
  const metrics = new Set(
    histories.flatMap(({ samples }) => [...samples.keys()]),
  );
  for (const metric of metrics) {
    lines.push(`# TYPE ${metric} unknown`);
    for (const { samples } of histories) {
      for (const [labels, series] of samples.get(metric) ?? []) {
        for (const [time, value] of series) {
          lines.push(`${metric}{${labels}} ${value} ${time}`);
        }
      }
    }
  }
  return [...lines, '# EOF', ''].join('\n');
}
