import type { Region } from '../types';
import type { Profile } from './types';

// Hot paths: a global is looked up anew at each use where the code runs in a
// context of its own, as under Jest.
const { cos, floor, PI } = Math;

const daySeconds = 86_400;

/** Hours that the clocks of the customers of a region differ from UTC. */
const clock: Record<Region, number> = { 'us-east-1': -5, 'eu-west-1': 1 };

/** Where the customers are. */
export const regionShare: Record<Region, number> = {
  'us-east-1': 0.62,
  'eu-west-1': 0.38,
};

/** Sunday first. */
const weekdays: Record<Profile, readonly number[]> = {
  shoppers: [1.17, 0.93, 0.92, 0.94, 0.96, 1, 1.08],
  staff: [0.12, 1.35, 1.4, 1.4, 1.35, 1.2, 0.18],
  night: [1, 1, 1, 1, 1, 1, 1],
  even: [1, 1, 1, 1, 1, 1, 1],
};

function hourly(profile: Profile, hour: number): number {
  const angle = (peak: number) => cos((PI * (hour - peak)) / 12);
  switch (profile) {
    case 'shoppers':
      // An evening peak and a smaller one at lunch; about 1 on average.
      return 1 + 0.6 * angle(19) + 0.18 * cos((PI * (hour - 12.5)) / 6);
    case 'staff':
      return hour >= 7 && hour < 19 ? 1.85 : 0.15;
    case 'night':
      return hour >= 1 && hour < 3 ? 12 : 0;
    default:
      return 1;
  }
}

/**
 * How busy a region is compared with its average.
 *
 * @param time - Unix seconds
 */
export function busyness(
  profile: Profile,
  region: Region,
  time: number,
): number {
  const local = time + clock[region] * 3600;
  const hour = (local % daySeconds) / 3600;
  // 1 January 1970 was a Thursday.
  const weekday = (floor(local / daySeconds) + 4) % 7;
  return hourly(profile, hour) * weekdays[profile][weekday];
}

/**
 * The company grows tenfold in 18 months.
 *
 * @param time - Unix seconds
 * @param epoch - when the factor is 1, Unix seconds
 */
export function growth(time: number, epoch: number): number {
  return 10 ** ((time - epoch) / (548 * daySeconds));
}
