import { githubLogin, pagerDutyId, personName } from './identifiers';
import { latestHandover } from './onCall';
import { DEPARTMENTS, type TeamRow, TEAM_ROWS } from './organization';
import { LEADERSHIP, PERSONAS, type PersonRow, TEAM_PEOPLE } from './people';
import type { Person, Team } from './types';

/** Domain of the company's addresses. */
export const EMAIL_DOMAIN = 'arctiq.example';

/** Reads a row of the tables of people. */
export function toPerson(row: PersonRow, group: string): Person {
  const [displayName, jobTitle] = row.split(' | ');
  const name = personName(displayName);
  return {
    name,
    displayName,
    jobTitle,
    email: `${name}@${EMAIL_DOMAIN}`,
    login: githubLogin(name),
    groups: [group],
    ...(PERSONAS[name] && { persona: PERSONAS[name] }),
  };
}

/**
 * A team of people.
 *
 * @param row - the team
 * @param members - its members in the order of the tables
 * @param now - the rotation starts at the latest hand-over before
 */
export function toTeam(row: TeamRow, members: Person[], now: Date): Team {
  const [first, ...others] = members.map(member => member.name);
  const director = DEPARTMENTS.find(d => d.name === row.department)?.director;
  // The platform team has no manager among its four engineers.
  const manager =
    row.department === 'platform-engineering' && director ? director : first;
  return {
    name: row.name,
    title: row.title,
    description: row.description,
    department: row.department,
    manager,
    members: [first, ...others],
    email: `${row.name}@${EMAIL_DOMAIN}`,
    chatChannel: `#team-${row.name}`,
    escalationPolicyId: pagerDutyId('escalation-policy', row.name),
    rotation: {
      id: pagerDutyId('schedule', row.name),
      timeZone: row.timeZone,
      handover: row.handover,
      order: manager === first ? others : [first, ...others],
      startsAt: latestHandover(now, row.timeZone, row.handover),
    },
  };
}

/** Everybody, with the teams that they form. */
export function staff(now: Date): {
  people: Person[];
  teams: Team[];
  executives: string[];
} {
  const leaders = LEADERSHIP.map(({ row, group }) => toPerson(row, group));
  const people = [...leaders];
  const teams: Team[] = [];
  for (const row of TEAM_ROWS) {
    const members = TEAM_PEOPLE[row.name].map(person =>
      toPerson(person, row.name),
    );
    people.push(...members);
    teams.push(toTeam(row, members, now));
  }
  const departments = new Set(DEPARTMENTS.map(department => department.name));
  const executives = leaders
    .filter(leader => !departments.has(leader.groups[0]))
    .map(leader => leader.name);
  return { people, teams, executives };
}
