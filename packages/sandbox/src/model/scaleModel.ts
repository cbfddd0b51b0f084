import { pagerDutyId } from './identifiers';
import type { Random } from './random';
import { createRecruiter } from './recruiter';
import { EMAIL_DOMAIN } from './staff';
import type { CallTarget } from './flows/types';
import type { CompanyModel, Person, Team } from './types';

/** Names that exist once however large the company is. */
const SHARED_TEAM = 'platform';

/** Renames what a copy owns and leaves what all copies share. */
type Rename = (name: string) => string;

function renamer(owned: readonly string[], copy: number): Rename {
  const names = new Set(owned);
  return name => (names.has(name) ? `${name}-${copy}` : name);
}

function copyTeam(
  team: Team,
  name: string,
  copy: number,
  people: Person[],
): Team {
  const members = people.map(person => person.name);
  return {
    ...team,
    name,
    title: `${team.title} ${copy}`,
    manager: members[0],
    members,
    email: `${name}@${EMAIL_DOMAIN}`,
    chatChannel: `#team-${name}`,
    escalationPolicyId: pagerDutyId('escalation-policy', name),
    rotation: {
      ...team.rotation,
      id: pagerDutyId('schedule', name),
      order: members.slice(1),
    },
  };
}

function copyTarget(target: CallTarget, r: Record<string, Rename>): CallTarget {
  switch (target.kind) {
    case 'api':
      return {
        kind: 'api',
        api: r.api(target.api),
        component: r.component(target.component),
      };
    case 'component':
      return { kind: 'component', component: r.component(target.component) };
    default:
      return target;
  }
}

/**
 * Adds `scale - 1` copies of the product teams with all that they own. The
 * original stays as it is; copies share the platform, the edge and the services
 * of others. The 21 flows and the pull requests are the original's alone.
 *
 * @param model - the company at scale 1, its `scale` already set
 * @param random - for the names of the people
 */
export function scaleModel(model: CompanyModel, random: Random): CompanyModel {
  const recruit = createRecruiter(model.people, random);
  const result: CompanyModel = structuredClone(model);
  const teams = model.teams.filter(team => team.name !== SHARED_TEAM);
  const systems = model.systems.filter(s => s.owner !== SHARED_TEAM);
  const components = model.components.filter(c => c.team !== SHARED_TEAM);
  const resources = model.resources.filter(
    r => r.owner !== SHARED_TEAM && r.type !== 'external',
  );
  const owned = new Set(components.map(component => component.name));
  const rest = model.restContracts.filter(c => owned.has(c.provider));
  const graphql = model.graphqlContracts.filter(c => owned.has(c.provider));
  const jobTitles = new Map(model.people.map(p => [p.name, p.jobTitle]));

  for (let copy = 2; copy <= model.scale; copy++) {
    const r = {
      team: renamer(
        teams.map(t => t.name),
        copy,
      ),
      system: renamer(
        systems.map(s => s.name),
        copy,
      ),
      component: renamer([...owned], copy),
      api: renamer(
        [...rest, ...graphql].map(c => c.name),
        copy,
      ),
      // Topics are resources, too.
      resource: renamer(
        resources.map(x => x.name),
        copy,
      ),
    };
    for (const team of teams) {
      const name = r.team(team.name);
      const people = team.members.map(member =>
        recruit(jobTitles.get(member) ?? 'Software Engineer', name),
      );
      result.people.push(...people);
      result.teams.push(copyTeam(team, name, copy, people));
    }
    result.systems.push(
      ...systems.map(system => ({
        ...system,
        name: r.system(system.name),
        title: `${system.title} ${copy}`,
        owner: r.team(system.owner),
        boundedContext: false,
      })),
    );
    result.components.push(
      ...components.map(component => ({
        ...component,
        name: r.component(component.name),
        title: `${component.title} ${copy}`,
        team: r.team(component.team),
        system: r.system(component.system),
        uses: component.uses.map(r.resource),
        ...(component.subcomponentOf && {
          subcomponentOf: r.component(component.subcomponentOf),
        }),
        ...(component.consumer && {
          consumer: {
            ...component.consumer,
            group: `${component.consumer.group}-${copy}`,
          },
        }),
        pagerDutyServiceId: pagerDutyId('service', r.component(component.name)),
      })),
    );
    result.resources.push(
      ...resources.map(resource => ({
        ...resource,
        name: r.resource(resource.name),
        title: `${resource.title} ${copy}`,
        owner: r.team(resource.owner),
        system: r.system(resource.system),
        dependsOn: resource.dependsOn.map(r.resource),
      })),
    );
    const contract = <
      T extends { name: string; title: string; provider: string },
    >(
      original: T,
    ): T => ({
      ...original,
      name: r.api(original.name),
      title: `${original.title} ${copy}`,
      provider: r.component(original.provider),
    });
    result.restContracts.push(...rest.map(contract));
    result.graphqlContracts.push(...graphql.map(contract));
    result.topics.push(
      ...model.topics.map(topic => ({
        ...topic,
        name: r.resource(topic.name),
        title: `${topic.title} ${copy}`,
        system: r.system(topic.system),
        owner: r.team(topic.owner),
        deadLetterTopic: r.resource(topic.deadLetterTopic),
        events: topic.events.map(event => ({
          ...event,
          producer: r.component(event.producer),
        })),
      })),
    );
    result.calls.push(
      ...model.calls
        .filter(call => owned.has(call.caller))
        .map(call => ({
          ...call,
          id: `${call.id}-${copy}`,
          caller: r.component(call.caller),
          target: copyTarget(call.target, r),
        })),
    );
    result.events.push(
      ...model.events.map(flow => ({
        ...flow,
        id: `${flow.id}-${copy}`,
        topic: r.resource(flow.topic),
        producer: r.component(flow.producer),
        consumer: r.component(flow.consumer),
      })),
    );
  }
  return result;
}
