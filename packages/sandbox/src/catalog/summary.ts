import { type CompanyModel, onCallAt } from '../model';

/** Figures and people of the company, for tests that only see it from outside. */
export interface CompanySummary {
  counts: Record<
    | 'groups'
    | 'users'
    | 'domains'
    | 'systems'
    | 'components'
    | 'apis'
    | 'resources'
    | 'companyFlows'
    | 'pullRequests',
    number
  >;
  /** User names by persona. */
  personas: Record<string, string>;
  /** Component names by team. */
  componentsByTeam: Record<string, string[]>;
  /** User name of who is on call at the model's moment, by team. */
  onCall: Record<string, string>;
}

/** Sums a model up in plain JSON. */
export function summarize(model: CompanyModel): CompanySummary {
  const now = new Date(model.now);
  return {
    counts: {
      groups: 1 + model.departments.length + model.teams.length,
      users: model.people.length,
      domains: model.domains.length,
      systems: model.systems.length,
      components: model.components.length,
      apis:
        model.restContracts.length +
        model.graphqlContracts.length +
        model.topics.length,
      resources: model.resources.length,
      companyFlows: model.companyFlows.length,
      pullRequests: model.pullRequests.length,
    },
    personas: Object.fromEntries(
      model.people.flatMap(({ persona, name }) =>
        persona ? [[persona, name]] : [],
      ),
    ),
    componentsByTeam: Object.fromEntries(
      model.teams.map(team => [
        team.name,
        model.components
          .filter(component => component.team === team.name)
          .map(component => component.name),
      ]),
    ),
    onCall: Object.fromEntries(
      model.teams.map(team => [team.name, onCallAt(team.rotation, now).person]),
    ),
  };
}
