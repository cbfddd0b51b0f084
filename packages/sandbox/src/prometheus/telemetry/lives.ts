import { draw, share, textHash } from '../../model/traffic/hash';
import { DAY_MS, SCRAPE_MS, type Stretch } from './time';

const WEEK_MS = 7 * DAY_MS;

/** One pod from its start to its end, with what is special about its scrapes. */
export interface Life extends Stretch {
  /** Begins of counting from zero: the start and each restart of the container. */
  starts: number[];
  /** Stretches in which it could not be scraped. */
  gaps: Stretch[];
  /** Offset of its scrapes from the full 15 seconds. */
  phase: number;
  pod?: string;
  instance: string;
}

/** Whose pods these are. */
export interface Place {
  component: string;
  region: string;
  /** Number of the pod within the region. */
  index: number;
  /** False for what reports through a collector. */
  onKubernetes: boolean;
}

const letters = 'bcdfghjklmnpqrstvwxz2456789';

function word(length: number, ...parts: Array<string | number>): string {
  let number = textHash(parts.join('/'));
  let text = '';
  for (let at = 0; at < length; at += 1) {
    text += letters[number % letters.length];
    number = Math.imul(number ^ (number >>> 7), 0x9e3779b1) >>> 0;
  }
  return text;
}

function daysBetween({ start, end }: Stretch): number[] {
  const days: number[] = [];
  for (let day = Math.floor(start / DAY_MS); day * DAY_MS < end; day += 1) {
    days.push(day);
  }
  return days;
}

/** A container restarts about every 25 days. */
function restarts(seed: number, life: Stretch): number[] {
  return daysBetween(life).flatMap(day => {
    const at = Math.floor((day + share(seed + 1, day)) * DAY_MS);
    const happens = share(seed, day) < 1 / 25;
    return happens && at > life.start + 60_000 && at < life.end ? [at] : [];
  });
}

/** Every other week a few scrapes are missing. */
function gaps(seed: number, life: Stretch): Stretch[] {
  return daysBetween(life).flatMap(day => {
    const start = Math.floor((day + share(seed + 3, day)) * DAY_MS);
    const end = start + 40_000 + Math.floor(share(seed + 4, day) * 170_000);
    const happens = share(seed + 2, day) < 1 / 14;
    return happens && start < life.end && end > life.start
      ? [{ start, end }]
      : [];
  });
}

/** Security patches replace every node once a week. */
function patches(component: string, { start, end }: Stretch): number[] {
  const offset = 6 * DAY_MS + Math.floor(draw('patch', component) * DAY_MS);
  const times: number[] = [];
  for (
    let time = Math.floor(start / WEEK_MS) * WEEK_MS + offset;
    time < end;
    time += WEEK_MS
  ) {
    times.push(time);
  }
  return times;
}

function staggerOf({ region, index }: Place): number {
  return index * 25_000 + (region === 'eu-west-1' ? 45_000 : 0);
}

/**
 * The turns that pods take in a place. They divide the whole without gaps.
 *
 * @param deploys - milliseconds since 1970
 */
export function turnsOf(
  place: Place,
  whole: Stretch,
  deploys: readonly number[],
): Stretch[] {
  const stagger = staggerOf(place);
  const replaced = place.onKubernetes ? deploys : [];
  const bounds = [...replaced, ...patches(place.component, whole)]
    .map(time => time + stagger)
    .filter(time => time > whole.start && time < whole.end)
    .sort((a, b) => a - b);
  const starts = [whole.start, ...bounds];
  return starts.map((start, number) => ({
    start,
    end: starts[number + 1] ?? whole.end,
  }));
}

/** The pod that has a turn in a place. */
export function lifeOf(place: Place, turn: Stretch): Life {
  const { component, region, index, onKubernetes } = place;
  const generation = Math.floor((turn.start - staggerOf(place)) / 1000);
  const address = textHash(`${component}/${region}/${index}/${generation}`);
  const seed = textHash(`life/${component}/${region}/${index}`);
  const set = word(9, component, region, generation);
  const suffix = word(5, component, region, index, generation);
  const network = region === 'eu-west-1' ? 64 : 16;
  return {
    ...turn,
    starts: [turn.start, ...restarts(seed, turn)],
    gaps: gaps(seed, turn),
    phase: seed % SCRAPE_MS,
    pod: onKubernetes ? `${component}-${set}-${suffix}` : undefined,
    instance: onKubernetes
      ? `10.${network}.${(address >>> 8) % 256}.${address % 256}:9464`
      : `otel-collector-${suffix}:8889`,
  };
}
