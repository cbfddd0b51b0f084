import type { Component } from '../../model';
import { ARCHITECTURE_RULES } from './rules';
import type { ModelIndex } from '../modelIndex';
import {
  describeScaling,
  groupEvents,
  type Row,
  targetInterface,
  targetName,
  targetTeam,
} from './facts';
import { bullets, page, section, table } from './markdown';

const TIERS = {
  1: '1, on the checkout path',
  2: '2, seen by customers',
  3: '3, internal',
} as const;

function glance(component: Component, index: ModelIndex): string {
  const team = index.team(component.team);
  const rows: Row[] = [
    ['Owner', `${team.title} (${team.chatChannel}, ${team.email})`],
    ['System', index.system(component.system).title],
    ['Tier', TIERS[component.tier]],
    ['Lifecycle', component.lifecycle],
    ['Built with', `${component.language}, runs on ${component.runtime}`],
    ['Regions', component.regions.join(', ')],
    ['Scaling', describeScaling(component)],
  ];
  if (component.port) {
    rows.push(['Port', String(component.port)]);
  }
  if (component.subcomponentOf) {
    rows.push(['Part of', component.subcomponentOf]);
  }
  return table(['Fact', 'Value'], rows);
}

function callsSection(component: Component, index: ModelIndex): string {
  const rows = index
    .callsOf(component.name)
    .map(call => [
      targetName(call),
      targetInterface(call),
      call.purpose,
      targetTeam(call, index),
    ]);
  return section(
    'What it calls',
    table(['Callee', 'Through', 'For', 'Team'], rows),
  );
}

function callersSection(component: Component, index: ModelIndex): string {
  const rows = index
    .callsTo(component.name)
    .map(call => [
      call.caller,
      targetInterface(call),
      call.purpose,
      index.component(call.caller).team,
    ]);
  return section(
    'Who calls it',
    table(['Caller', 'Through', 'For', 'Team'], rows),
  );
}

function storesSection(component: Component, index: ModelIndex): string {
  const rows = component.uses.map(name => {
    const resource = index.resource(name);
    return [`\`${name}\``, resource.type, resource.description];
  });
  return section('What it uses', table(['Resource', 'Kind', 'What for'], rows));
}

/** The first page of a component's documentation. */
export function indexPage(component: Component, index: ModelIndex): string {
  const { name } = component;
  const published = groupEvents(
    index.eventsPublished(name),
    flow => flow.consumer,
  );
  const consumed = groupEvents(
    index.eventsConsumed(name),
    flow => flow.producer,
  );
  return page(
    `# ${component.title}`,
    component.description,
    glance(component, index),
    section(
      'Parts',
      bullets(
        index
          .subcomponents(name)
          .map(part => `**${part.name}**: ${part.description}`),
      ),
    ),
    callsSection(component, index),
    callersSection(component, index),
    section(
      'Events that it publishes',
      table(['Event', 'Topic', 'Acted upon by'], published),
    ),
    section(
      'Events that it acts upon',
      table(['Event', 'Topic', 'Published by'], consumed),
    ),
    storesSection(component, index),
    section('Good to know', bullets(component.notes)),
    section('Rules of the house', bullets(ARCHITECTURE_RULES)),
    'What to do when it is ill: [Runbook](runbook.md).',
  );
}
