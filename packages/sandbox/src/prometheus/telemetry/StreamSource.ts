import type { Deploy, Incident } from '../../model/incidents/types';
import { boundLabel } from '../../model/slos/queries';
import { textHash } from '../../model/traffic/hash';
import { normalShare } from '../../model/traffic/normal';
import type { Stream } from '../../model/traffic/types';
import type { Region } from '../../model';
import type { Labels, Series } from '../promql/series';
import { Counter } from './Counter';
import { CounterSeries } from './CounterSeries';
import { type Life, lifeOf, type Place, turnsOf } from './lives';
import { StreamSlots } from './StreamSlots';
import { type Limits, SLOTS_PER_DAY, type Stretch } from './time';

/** What the series of a stream are made from. */
export interface StreamContext {
  stream: Stream;
  onKubernetes: boolean;
  incidents: readonly Incident[];
  deploys: readonly Deploy[];
  /** When the stream exists. */
  whole: Stretch;
  /** Unix seconds at which traffic is as the stream says. */
  epoch: number;
  limits: Limits;
}

/** A metric of a stream: the name with the buckets that it has. */
interface Member {
  metric: string;
  bound?: number;
  /** Value of the label `le`; empty where it has none. */
  label: string;
  kind: 'count' | 'sum' | 'bucket';
}

/** When a pod of a stream ran, and where. */
interface Turn {
  place: Place & { region: Region };
  turn: Stretch;
}

/** One pod of a stream with its series so far. */
interface Pod {
  life: Life;
  region: Region;
  index: number;
  series: Map<string, Series>;
}

const podsKept = 24;

/** All series of one stream, made when they are asked for. */
export class StreamSource {
  readonly members: readonly Member[];
  readonly #slots = new Map<Region, StreamSlots>();
  readonly #counters = new Map<string, Counter>();
  #turns: Turn[] | undefined;
  readonly #pods = new Map<string, Pod>();

  constructor(private readonly context: StreamContext) {
    const { stream, incidents, epoch } = context;
    for (const region of stream.regions) {
      this.#slots.set(
        region,
        new StreamSlots(stream, region, incidents, epoch),
      );
    }
    this.members = membersOf(stream);
  }

  get stream(): Stream {
    return this.context.stream;
  }

  /** Series of some members that may have samples in a stretch of time. */
  select(
    members: readonly Member[],
    from: number,
    to: number,
    fits: (labels: Labels) => boolean,
  ): Series[] {
    const found: Series[] = [];
    this.#turns ??= this.#findTurns();
    for (const one of this.#turns) {
      if (one.turn.start > to || one.turn.end <= from) {
        continue;
      }
      const pod = this.#pod(one);
      for (const member of members) {
        for (let part = 0; part < this.stream.parts.length; part += 1) {
          const series = this.#series(pod, member, part);
          if (fits(series.labels)) {
            found.push(series);
          }
        }
      }
    }
    return found;
  }

  #findTurns(): Turn[] {
    const { stream, onKubernetes, deploys, whole } = this.context;
    const { component, regions, instances } = stream;
    const times = deploys.map(({ time }) => time * 1000);
    return regions.flatMap(region =>
      Array.from({ length: instances }, (_, index) => ({
        component,
        region,
        index,
        onKubernetes,
      })).flatMap(place =>
        turnsOf(place, whole, times).map(turn => ({ place, turn })),
      ),
    );
  }

  #pod({ place, turn }: Turn): Pod {
    const key = `${place.region}/${place.index}/${turn.start}`;
    let pod = this.#pods.get(key);
    if (!pod) {
      const { region, index } = place;
      pod = { life: lifeOf(place, turn), region, index, series: new Map() };
      this.#pods.set(key, pod);
      if (this.#pods.size > podsKept) {
        this.#pods.delete(this.#pods.keys().next().value ?? key);
      }
    }
    return pod;
  }

  #series(pod: Pod, member: Member, part: number): Series {
    const key = `${member.metric}/${member.bound ?? ''}/${part}`;
    let series = pod.series.get(key);
    if (!series) {
      series = new CounterSeries(
        this.#labels(pod, member, part),
        this.#counter(pod.region, pod.index, part, member.bound),
        pod.life,
        this.context.limits,
        member.kind === 'sum' ? this.#meanDuration() : 1,
      );
      pod.series.set(key, series);
    }
    return series;
  }

  #labels(
    { life, region }: Pod,
    { metric, bound, label }: Member,
    part: number,
  ): Labels {
    const { component, namespace, parts } = this.stream;
    return {
      __name__: metric,
      instance: life.instance,
      job: component,
      namespace,
      ...(life.pod && { pod: life.pod }),
      region,
      ...parts[part].labels,
      ...(bound !== undefined && { le: label }),
    };
  }

  #meanDuration(): number {
    const { duration } = this.stream;
    return duration ? duration.median * Math.exp(duration.sigma ** 2 / 2) : 1;
  }

  #counter(
    region: Region,
    index: number,
    part: number,
    bound?: number,
  ): Counter {
    const finite =
      bound !== undefined && Number.isFinite(bound) ? bound : undefined;
    const key = `${region}/${index}/${part}/${finite ?? ''}`;
    let counter = this.#counters.get(key);
    if (!counter) {
      const { id } = this.stream;
      counter =
        finite === undefined
          ? new Counter(textHash(`${id}/${region}/${index}/${part}`), day =>
              this.#events(region, part, day),
            )
          : new Counter(
              // One chance for all buckets: a wider one never holds less.
              textHash(`${id}/${region}/${index}/${part}/le`),
              day => this.#within(region, finite, day),
              this.#counter(region, index, part),
            );
      this.#counters.set(key, counter);
    }
    return counter;
  }

  #daySlots(region: Region, day: number) {
    const slots = this.#slots.get(region);
    if (!slots) {
      throw new Error(`${this.stream.id} does not run in ${region}.`);
    }
    return slots.day(day);
  }

  #events(region: Region, part: number, day: number): Float64Array {
    const { events, bad } = this.#daySlots(region, day);
    const { parts, instances } = this.stream;
    const { share, bad: isBad } = parts[part];
    const expected = new Float64Array(SLOTS_PER_DAY);
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
      const kind = isBad ? bad[slot] : 1 - bad[slot];
      expected[slot] = (events[slot] * kind * share) / instances;
    }
    return expected;
  }

  #within(region: Region, bound: number, day: number): Float64Array {
    const { slow } = this.#daySlots(region, day);
    const { duration } = this.stream;
    const expected = new Float64Array(SLOTS_PER_DAY);
    if (!duration) {
      return expected;
    }
    const usual = normalShare(
      Math.log(bound / duration.median) / duration.sigma,
    );
    // What is slow takes longer than the limit, ten times as long at most.
    const late = Math.min(1, Math.max(0, Math.log10(bound / duration.limit)));
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
      expected[slot] = (1 - slow[slot]) * usual + slow[slot] * late;
    }
    return expected;
  }
}

function membersOf({ metric, duration }: Stream): Member[] {
  if (!duration) {
    return [{ metric, label: '', kind: 'count' }];
  }
  return [
    { metric: `${metric}_count`, label: '', kind: 'count' },
    { metric: `${metric}_sum`, label: '', kind: 'sum' },
    ...[...duration.bounds, Infinity].map(
      (bound): Member => ({
        metric: `${metric}_bucket`,
        bound,
        label: boundLabel(bound),
        kind: 'bucket',
      }),
    ),
  ];
}
