import { personName } from './identifiers';
import type { Random } from './random';
import { toPerson } from './staff';
import type { Person } from './types';

/** Tries for a pair of names that nobody has before a number is added. */
const TRIES = 50;

/** Hires somebody new for a job in a group. */
export type Recruiter = (jobTitle: string, group: string) => Person;

/**
 * Makes up people from the first and family names of those who are there.
 *
 * @param people - who works at the company already; nobody gets their names
 */
export function createRecruiter(
  people: readonly Person[],
  random: Random,
): Recruiter {
  const taken = new Set(people.map(person => person.name));
  const names = people.map(person => person.displayName.split(' '));
  const first = names.map(parts => parts[0]);
  const family = names.map(parts => parts.slice(1).join(' '));

  return (jobTitle, group) => {
    let displayName = '';
    for (let tries = 1; ; tries++) {
      displayName = `${random.pick(first)} ${random.pick(family)}`;
      if (tries > TRIES) {
        displayName += ` ${taken.size}`;
      }
      if (!taken.has(personName(displayName))) {
        break;
      }
    }
    taken.add(personName(displayName));
    return toPerson(`${displayName} | ${jobTitle}`, group);
  };
}
