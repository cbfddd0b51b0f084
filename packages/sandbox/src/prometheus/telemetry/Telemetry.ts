import type { CompanyModel } from '../../model';
import type { History } from '../../model/incidents/history';
import type { CompanyReliability } from '../../model/slos/reliabilityOf';
import { newServiceStream } from '../../model/slos/others';
import type { Matcher } from '../promql/ast';
import { labelsTest, labelTest } from '../promql/matchers';
import type { Labels, Series, SeriesSource } from '../promql/series';
import { gaugeSeries } from './GaugeSource';
import { guestComponent, type Guest } from './guests';
import { StreamSource } from './StreamSource';
import { DAY_MS, type Limits } from './time';

/** How long samples are kept, in days. */
export const RETENTION_DAYS = 95;

/** Streams whose metric somebody dropped: days before the epoch. */
const vanished: Readonly<Record<string, number>> = {
  'message-template-service/checks': 9,
};

const quantum = 6 * 3_600_000;
const selectionsKept = 48;

/** What the telemetry is made from. */
export interface TelemetryOptions {
  model: CompanyModel;
  reliability: CompanyReliability;
  history: History;
  /** Services that people created, which report since some time. */
  guests?: () => Guest[];
}

/** All series of the company. */
export class Telemetry implements SeriesSource {
  readonly #limits: Limits = { oldest: 0, newest: 0 };
  readonly #streams: StreamSource[];
  readonly #gauges: Series[];
  readonly #guests = new Map<string, StreamSource>();
  readonly #selections = new Map<string, Series[]>();

  constructor(private readonly options: TelemetryOptions) {
    const { model, reliability, history } = options;
    const kubernetes = new Set(
      model.components.filter(c => c.runtime === 'kubernetes').map(c => c.name),
    );
    const { epoch } = history.anchors;
    const whole = { start: (epoch - 110 * 86_400) * 1000, end: Infinity };
    const until = (epoch + 1100 * 86_400) * 1000;
    this.#streams = reliability.streams.map(stream => {
      const ends = vanished[stream.id];
      return new StreamSource({
        stream,
        onKubernetes: kubernetes.has(stream.component),
        incidents: history.incidents.filter(({ effects }) =>
          effects.some(effect => effect.stream === stream.id),
        ),
        deploys: history.deploys.filter(d => d.component === stream.component),
        whole: {
          ...whole,
          end: ends === undefined ? until : (epoch - ends * 86_400) * 1000,
        },
        epoch,
        limits: this.#limits,
      });
    });
    this.#gauges = reliability.gauges.flatMap(gauge =>
      gaugeSeries(gauge, history.incidents, whole, this.#limits),
    );
  }

  /** Sets what can be read: nothing after this moment, nothing older than the retention. */
  at(now: number): this {
    this.#limits.newest = now;
    this.#limits.oldest = now - RETENTION_DAYS * DAY_MS;
    this.#admitGuests(now);
    return this;
  }

  select(matchers: readonly Matcher[], from: number, to: number): Series[] {
    // A little more than asked for, so that neighbouring questions are one.
    const begin = Math.floor(from / quantum) * quantum;
    const end = Math.ceil(to / quantum) * quantum;
    const key = JSON.stringify([matchers, begin, end, this.#guests.size]);
    let found = this.#selections.get(key);
    if (!found) {
      found = this.#find(matchers, begin, end);
      this.#selections.set(key, found);
      if (this.#selections.size > selectionsKept) {
        this.#selections.delete(this.#selections.keys().next().value ?? key);
      }
    }
    return found;
  }

  #find(matchers: readonly Matcher[], from: number, to: number): Series[] {
    const fits = labelsTest(matchers);
    const tests = (name: string) => {
      const own = matchers
        .filter(matcher => matcher.name === name)
        .map(labelTest);
      return (value: string) => own.every(test => test(value));
    };
    const [byName, byJob, byNamespace, byBound] = [
      '__name__',
      'job',
      'namespace',
      'le',
    ].map(tests);
    const found: Series[] = this.#gauges.filter(({ labels }) => fits(labels));
    for (const source of [...this.#streams, ...this.#guests.values()]) {
      const { component, namespace } = source.stream;
      if (!byJob(component) || !byNamespace(namespace)) {
        continue;
      }
      const members = source.members.filter(
        ({ metric, label }) => byName(metric) && byBound(label),
      );
      if (members.length > 0) {
        found.push(...source.select(members, from, to, fits));
      }
    }
    return found;
  }

  /** Labels of all series that fit and have a sample in a stretch of time. */
  labels(matchers: readonly Matcher[], from: number, to: number): Labels[] {
    return this.select(matchers, from, to)
      .filter(series => series.summary(from, to) !== undefined)
      .map(({ labels }) => labels);
  }

  /** What is known of each metric. */
  metadata(): Array<[string, { type: string; help: string; unit: string }]> {
    const { streams, gauges } = this.options.reliability;
    const known = new Map<
      string,
      { type: string; help: string; unit: string }
    >();
    for (const { metric, duration } of streams) {
      const unit = duration ? 'seconds' : '';
      known.set(metric, {
        type: duration ? 'histogram' : 'counter',
        help: '',
        unit,
      });
    }
    for (const { metric } of gauges) {
      known.set(metric, { type: 'gauge', help: '', unit: '' });
    }
    return [...known];
  }

  #admitGuests(now: number): void {
    for (const guest of this.options.guests?.() ?? []) {
      if (this.#guests.has(guest.name) || guest.since > now) {
        continue;
      }
      const stream = newServiceStream(guestComponent(guest));
      this.#guests.set(
        guest.name,
        new StreamSource({
          stream,
          onKubernetes: true,
          incidents: [],
          deploys: [],
          whole: { start: guest.since, end: guest.since + 1100 * DAY_MS },
          epoch: this.options.history.anchors.epoch,
          limits: this.#limits,
        }),
      );
    }
  }
}
