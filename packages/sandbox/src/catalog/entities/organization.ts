import type { Entity } from '@backstage/catalog-model';
import type { CompanyModel, Department, Person, Team } from '../../model';
import { ARCTIQ, entity, groupRef, ref } from './entity';

/** The company itself. */
export function rootGroup(model: CompanyModel): Entity {
  return entity(
    'Group',
    { name: model.login, title: model.name, description: model.description },
    {
      type: 'organization',
      profile: { displayName: model.name },
      children: model.departments.map(department => groupRef(department.name)),
    },
  );
}

/** A department, below the company. */
export function departmentGroup(
  model: CompanyModel,
  department: Department,
): Entity {
  return entity(
    'Group',
    {
      name: department.name,
      title: department.title,
      description: department.description,
      annotations: {
        [ARCTIQ.manager]: ref('user', department.director),
        'github.com/team-slug': `${model.login}/${department.name}`,
      },
    },
    {
      type: 'department',
      profile: { displayName: department.title },
      parent: groupRef(model.login),
      children: model.teams
        .filter(team => team.department === department.name)
        .map(team => groupRef(team.name)),
    },
  );
}

/** A team, below its department. */
export function teamGroup(model: CompanyModel, team: Team): Entity {
  return entity(
    'Group',
    {
      name: team.name,
      title: team.title,
      description: team.description,
      annotations: {
        [ARCTIQ.manager]: ref('user', team.manager),
        'github.com/team-slug': `${model.login}/${team.name}`,
        'pagerduty.com/escalation-policy-id': team.escalationPolicyId,
      },
      links: [
        {
          url: `https://chat.arctiq.example/channels/${team.chatChannel.slice(
            1,
          )}`,
          title: team.chatChannel,
          icon: 'chat',
          type: 'chat',
        },
      ],
    },
    {
      type: 'team',
      profile: { displayName: team.title, email: team.email },
      parent: groupRef(team.department),
      children: [],
    },
  );
}

/** Somebody who works at the company. */
export function userEntity(person: Person): Entity {
  return entity(
    'User',
    {
      name: person.name,
      title: person.displayName,
      description: person.jobTitle,
      annotations: {
        'github.com/user-login': person.login,
        ...(person.persona && { [ARCTIQ.persona]: person.persona }),
      },
    },
    {
      profile: { displayName: person.displayName, email: person.email },
      memberOf: person.groups.map(groupRef),
    },
  );
}
