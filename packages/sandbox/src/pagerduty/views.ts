import type { CompanyModel, Component, Team } from '../model';
import { onCallAt } from '../model';
import { pagerDutyId } from '../model/identifiers';
import type { Incident, Priority } from '../model/incidents/types';
import { iso } from './query';

/** Where PagerDuty keeps the pages for people. */
const pages = 'https://arctiq.pagerduty.example';

const colors: Record<Priority, string> = {
  P1: 'a8171c',
  P2: 'eb6016',
  P3: 'f9b406',
  P4: '555555',
};

const minutesToAcknowledge: Record<Priority, number> = {
  P1: 4,
  P2: 9,
  P3: 35,
  P4: 90,
};

/** Number of an incident; they are counted through the company. */
export function incidentNumber(index: number): number {
  return 2101 + index;
}

function reference(
  api: string,
  kind: string,
  plural: string,
  id: string,
  summary: string,
  page = plural,
) {
  return {
    id,
    type: `${kind}_reference`,
    summary,
    self: `${api}/pagerduty/${plural}/${id}`,
    html_url: `${pages}/${page}/${id}`,
  };
}

function teamOf(model: CompanyModel, component: Component): Team {
  const team = model.teams.find(({ name }) => name === component.team);
  if (!team) {
    throw new Error(`${component.name} belongs to no team of the model.`);
  }
  return team;
}

function policyOf(api: string, team: Team) {
  return reference(
    api,
    'escalation_policy',
    'escalation_policies',
    team.escalationPolicyId,
    team.title,
  );
}

function serviceReference(api: string, component: Component) {
  return reference(
    api,
    'service',
    'services',
    component.pagerDutyServiceId,
    component.title,
    'service-directory',
  );
}

function person(api: string, model: CompanyModel, name: string) {
  const found = model.people.find(one => one.name === name);
  return reference(
    api,
    'user',
    'users',
    pagerDutyId('user', name),
    found?.displayName ?? name,
  );
}

function statusAt({ start, end, priority }: Incident, now: number) {
  if (now >= end) {
    return 'resolved';
  }
  return now >= start + minutesToAcknowledge[priority] * 60
    ? 'acknowledged'
    : 'triggered';
}

/** An incident as it stands now. */
export function incidentView(
  api: string,
  model: CompanyModel,
  incident: Incident,
  { number, now }: { number: number; now: Date },
) {
  const { component: name, priority, start, end, title } = incident;
  const component = model.components.find(one => one.name === name);
  if (!component) {
    throw new Error(`${incident.id} is of a component that does not exist.`);
  }
  const team = teamOf(model, component);
  const id = `Q${pagerDutyId('incident', incident.id)}${pagerDutyId(
    'more',
    incident.id,
  )}`;
  const status = statusAt(incident, now.getTime() / 1000);
  const acknowledged = start + minutesToAcknowledge[priority] * 60;
  const onDuty = onCallAt(team.rotation, new Date(start * 1000)).person;
  const changedAt = { triggered: start, acknowledged, resolved: end }[status];
  return {
    id,
    type: 'incident',
    summary: `[#${number}] ${title}`,
    self: `${api}/pagerduty/incidents/${id}`,
    html_url: `${pages}/incidents/${id}`,
    incident_number: number,
    incident_key: incident.id,
    title,
    description: title,
    created_at: iso(start * 1000),
    updated_at: iso(changedAt * 1000),
    resolved_at: status === 'resolved' ? iso(end * 1000) : null,
    last_status_change_at: iso(changedAt * 1000),
    status,
    urgency: priority === 'P1' || priority === 'P2' ? 'high' : 'low',
    priority: {
      ...reference(
        api,
        'priority',
        'priorities',
        pagerDutyId('priority', priority),
        priority,
      ),
      type: 'priority',
      name: priority,
      color: colors[priority],
    },
    service: serviceReference(api, component),
    escalation_policy: policyOf(api, team),
    teams: [
      reference(
        api,
        'team',
        'teams',
        pagerDutyId('team', team.name),
        team.title,
      ),
    ],
    assignments:
      status === 'resolved'
        ? []
        : [{ at: iso(start * 1000), assignee: person(api, model, onDuty) }],
    acknowledgements:
      status === 'acknowledged'
        ? [
            {
              at: iso(acknowledged * 1000),
              acknowledger: person(api, model, onDuty),
            },
          ]
        : [],
    alert_counts: {
      all: 1,
      triggered: status === 'resolved' ? 0 : 1,
      resolved: status === 'resolved' ? 1 : 0,
    },
  };
}

/** A service as PagerDuty describes it. */
export function serviceView(
  api: string,
  model: CompanyModel,
  component: Component,
  isOpen: boolean,
) {
  const team = teamOf(model, component);
  return {
    ...serviceReference(api, component),
    type: 'service',
    name: component.title,
    description: component.description,
    status: isOpen ? 'critical' : 'active',
    created_at: '2025-01-15T09:00:00Z',
    auto_resolve_timeout: null,
    acknowledgement_timeout: 600,
    escalation_policy: policyOf(api, team),
    teams: [
      reference(
        api,
        'team',
        'teams',
        pagerDutyId('team', team.name),
        team.title,
      ),
    ],
  };
}
