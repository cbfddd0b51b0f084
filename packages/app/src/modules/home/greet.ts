/**
 * A greeting for the time of day.
 *
 * @param hour - hour of the person's own clock, 0 to 23
 * @param name - full name of the person
 */
export function greet(hour: number, name: string | undefined): string {
  const first = name?.trim().split(/\s+/)[0];
  let greeting = 'Good evening';
  if (hour >= 5 && hour < 12) {
    greeting = 'Good morning';
  } else if (hour >= 12 && hour < 18) {
    greeting = 'Good afternoon';
  }
  return first ? `${greeting}, ${first}` : greeting;
}
