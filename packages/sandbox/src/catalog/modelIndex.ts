import type {
  CallFlow,
  CompanyModel,
  Component,
  EventFlow,
  EventTopic,
  GraphqlContract,
  Person,
  Resource,
  RestContract,
  System,
  Team,
} from '../model';
import { companyReliability } from '../model/slos/reliabilityOf';
import type { SloSpec } from '../model/slos/types';

/** Fast answers to what the generators ask of a model. */
export interface ModelIndex {
  component(name: string): Component;
  team(name: string): Team;
  system(name: string): System;
  person(name: string): Person;
  resource(name: string): Resource;
  componentsOfTeam(team: string): Component[];
  subcomponents(component: string): Component[];
  restProvided(component: string): RestContract[];
  graphqlProvided(component: string): GraphqlContract[];
  /** Topics that a component publishes to. */
  topicsPublished(component: string): EventTopic[];
  callsOf(component: string): CallFlow[];
  /** Calls that end at a component. */
  callsTo(component: string): CallFlow[];
  eventsConsumed(component: string): EventFlow[];
  eventsPublished(component: string): EventFlow[];
  /** What a component promises. */
  slosOf(component: string): SloSpec[];
}

function byName<T extends { name: string }>(kind: string, items: readonly T[]) {
  const map = new Map(items.map(item => [item.name, item]));
  return (name: string): T => {
    const item = map.get(name);
    if (!item) {
      throw new Error(
        `The model names the ${kind} ${name} but does not have it; add it or mend the reference`,
      );
    }
    return item;
  };
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
) {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) {
      continue;
    }
    const group = map.get(key);
    if (group) {
      group.push(item);
    } else {
      map.set(key, [item]);
    }
  }
  return (key: string): T[] => map.get(key) ?? [];
}

/** Indexes a model once, so that a tenfold company is still written in a moment. */
export function indexModel(model: CompanyModel): ModelIndex {
  const publications = model.topics.flatMap(topic =>
    [...new Set(topic.events.map(event => event.producer))].map(producer => ({
      topic,
      producer,
    })),
  );
  const topicsOf = grouped(publications, p => p.producer);
  return {
    component: byName('component', model.components),
    team: byName('team', model.teams),
    system: byName('system', model.systems),
    person: byName('person', model.people),
    resource: byName('resource', model.resources),
    componentsOfTeam: grouped(model.components, c => c.team),
    subcomponents: grouped(model.components, c => c.subcomponentOf),
    restProvided: grouped(model.restContracts, c => c.provider),
    graphqlProvided: grouped(model.graphqlContracts, c => c.provider),
    topicsPublished: component => topicsOf(component).map(p => p.topic),
    callsOf: grouped(model.calls, call => call.caller),
    callsTo: grouped(model.calls, call =>
      call.target.kind === 'external' ? undefined : call.target.component,
    ),
    eventsConsumed: grouped(model.events, flow => flow.consumer),
    eventsPublished: grouped(model.events, flow => flow.producer),
    slosOf: grouped(companyReliability(model).slos, slo => slo.component),
  };
}
