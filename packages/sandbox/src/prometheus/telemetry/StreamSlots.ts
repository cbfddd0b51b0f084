import type { Effect, Incident } from '../../model/incidents/types';
import { share, textHash } from '../../model/traffic/hash';
import { busyness, growth, regionShare } from '../../model/traffic/shape';
import type { Stream } from '../../model/traffic/types';
import type { Region } from '../../model';
import { DAY_MS, SLOT_MS, SLOTS_PER_DAY } from './time';

// Hot paths: a global is looked up anew at each use where the code runs in a
// context of its own, as under Jest.
const { floor, min, max } = Math;

/** What is expected of a stream in each slot of a day. */
export interface DaySlots {
  /** Number of events. */
  events: Float64Array;
  /** Share of bad events, and of slow ones beside the usual spread. */
  bad: Float64Array;
  slow: Float64Array;
}

const kept = 4;

/** What a stream does in a region, slot by slot; a function of time alone. */
export class StreamSlots {
  readonly #days = new Map<number, DaySlots>();
  readonly #seed: number;
  readonly #scale: number;

  /**
   * @param incidents - those with an effect on the stream
   * @param epoch - Unix seconds at which traffic is as the stream says
   */
  constructor(
    private readonly stream: Stream,
    private readonly region: Region,
    private readonly incidents: readonly Incident[],
    private readonly epoch: number,
  ) {
    this.#seed = textHash(`${stream.id}/${region}`);
    const all = stream.regions.reduce((sum, one) => sum + regionShare[one], 0);
    this.#scale = (stream.rate * regionShare[region] * SLOT_MS) / 1000 / all;
  }

  /** @param day - days since 1970 */
  day(day: number): DaySlots {
    let slots = this.#days.get(day);
    if (!slots) {
      slots = this.#compute(day);
      this.#days.set(day, slots);
      if (this.#days.size > kept) {
        this.#days.delete(this.#days.keys().next().value ?? day);
      }
    }
    return slots;
  }

  #compute(day: number): DaySlots {
    const { stream, region, epoch } = this;
    const events = new Float64Array(SLOTS_PER_DAY);
    const bad = new Float64Array(SLOTS_PER_DAY);
    const slow = new Float64Array(SLOTS_PER_DAY);
    const grown = growth(day * 86_400, epoch);
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
      const time = (day * DAY_MS + slot * SLOT_MS) / 1000;
      const index = day * SLOTS_PER_DAY + slot;
      const noise = 0.94 + 0.12 * share(this.#seed, index);
      events[slot] =
        this.#scale * grown * noise * busyness(stream.profile, region, time);
      // Errors come in bursts.
      bad[slot] = stream.bad * (0.5 + share(this.#seed + 1, index));
    }
    for (const incident of this.incidents) {
      for (const effect of incident.effects) {
        if (effect.stream === stream.id) {
          addEffect({ events, bad, slow }, day, incident, effect);
        }
      }
    }
    return { events, bad, slow };
  }
}

function addEffect(
  { bad, slow }: DaySlots,
  day: number,
  { start, end }: Incident,
  effect: Effect,
): void {
  const begin = start * 1000 - day * DAY_MS;
  const finish = end * 1000 - day * DAY_MS;
  const first = max(0, floor(begin / SLOT_MS));
  const last = min(SLOTS_PER_DAY - 1, floor((finish - 1) / SLOT_MS));
  for (let slot = first; slot <= last; slot += 1) {
    const from = max(begin, slot * SLOT_MS);
    const to = min(finish, (slot + 1) * SLOT_MS);
    const part = (to - from) / SLOT_MS;
    bad[slot] = min(1, bad[slot] + (effect.bad ?? 0) * part);
    slow[slot] = min(1, slow[slot] + (effect.slow ?? 0) * part);
  }
}
