import { type CompanyModel, RENOVATE } from '../../model';
import type { OrganizationSeed, TeamSeed } from '../../seed';
import type { ModelIndex } from '../modelIndex';

/** The organisation at GitHub, with departments as parents of teams. */
export function organizationSeed(
  model: CompanyModel,
  index: ModelIndex,
): OrganizationSeed {
  const login = (name: string) => index.person(name).login;
  const departments: TeamSeed[] = model.departments.map(department => ({
    slug: department.name,
    name: department.title,
    description: department.description,
    members: [login(department.director)],
    maintainers: [login(department.director)],
  }));
  const teams: TeamSeed[] = model.teams.map(team => {
    const members = [...new Set([team.manager, ...team.members])].map(login);
    return {
      slug: team.name,
      name: team.title,
      description: team.description,
      parent: team.department,
      members,
      maintainers: [login(team.manager)],
    };
  });
  return {
    login: model.login,
    name: model.name,
    description: model.description,
    members: [
      ...model.people.map(person => ({
        login: person.login,
        name: person.displayName,
        email: person.email,
      })),
      RENOVATE,
    ],
    teams: [...departments, ...teams],
  };
}
