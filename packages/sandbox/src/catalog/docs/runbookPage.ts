import {
  type Component,
  ESCALATION,
  RECOVERY,
  SERVICE_DEFAULTS,
  SUPPORT,
} from '../../model';
import { dashboardUrl, namespaceOf } from '../addresses';
import type { ModelIndex } from '../modelIndex';
import type { CatalogOptions } from '../types';
import { targetInterface, targetName, targetTeam } from './facts';
import { bullets, code, page, section, steps, table } from './markdown';
import { rollback } from './rollback';

function firstLook(component: Component, options: CatalogOptions): string {
  const checks = [
    `Open the [dashboard](${dashboardUrl(
      options,
      component,
    )}): did errors, latency or traffic change, and in which region?`,
    'Was there a deployment in the last hour? If so, roll back first and look for the cause afterwards.',
  ];
  if (component.runtime !== 'kubernetes') {
    return steps(checks);
  }
  const [region] = component.regions;
  return page(
    steps([...checks, 'Look at the pods and their last words:']),
    code(
      'sh',
      [
        `kubectl --context eks-prod-${region} -n ${namespaceOf(
          component,
        )} get pods -l app.kubernetes.io/name=${component.name}`,
        `kubectl --context eks-prod-${region} -n ${namespaceOf(
          component,
        )} logs -l app.kubernetes.io/name=${
          component.name
        } --since 15m --tail 200`,
      ].join('\n'),
    ),
  ).trim();
}

function dependencyTable(component: Component, index: ModelIndex): string {
  const calls = index.callsOf(component.name).map(call => {
    const team = index.team(targetTeam(call, index));
    return [
      targetName(call),
      targetInterface(call),
      call.purpose,
      `${team.title} (${team.chatChannel})`,
    ];
  });
  return table(['Callee', 'Through', 'What fails without it', 'Ask'], calls);
}

function storeTable(component: Component, index: ModelIndex): string {
  const stores = component.uses.map(name => {
    const resource = index.resource(name);
    const team = index.team(resource.owner);
    return [
      `\`${name}\``,
      resource.type,
      resource.description,
      `${team.title} (${team.chatChannel})`,
    ];
  });
  return table(['Resource', 'Kind', 'What is in it', 'Ask'], stores);
}

function messaging(component: Component, index: ModelIndex): string {
  const consumed = [
    ...new Set(index.eventsConsumed(component.name).map(flow => flow.topic)),
  ];
  if (consumed.length === 0) {
    return '';
  }
  const group = component.consumer?.group ?? `${component.name}-group`;
  const { deadLetterAfterRetries, retentionDays } = SERVICE_DEFAULTS.kafka;
  return page(
    bullets([
      `Consumer group \`${group}\`${
        component.consumer
          ? `, ${component.consumer.consumers} consumer, commits are ${component.consumer.commits}`
          : ''
      }; it reads ${consumed.map(topic => `\`${topic}\``).join(', ')}.`,
      `A message that fails ${deadLetterAfterRetries} times goes to ${consumed
        .map(topic => `\`${topic}.dlq\``)
        .join(
          ', ',
        )} and raises an alert. Mend the cause, then replay it in the Dead Letter Console.`,
      `Topics are kept ${retentionDays} days: a consumer that stands still longer loses events, so a lag of five days is a P1.`,
    ]),
    code(
      'sh',
      `kafka-consumer-groups --bootstrap-server kafka.us-east-1.arctiq.example:9094 \\\n  --describe --group ${group}`,
    ),
  ).trim();
}

function escalation(component: Component, index: ModelIndex): string {
  const team = index.team(component.team);
  const manager = index.person(team.manager);
  return page(
    steps([
      `Who is on call in ${team.title} is paged and acknowledges within ${ESCALATION.acknowledgeMinutes} minutes (PagerDuty policy ${team.escalationPolicyId}; hand-over is weekly, ${team.rotation.timeZone}).`,
      `After ${ESCALATION.pageMinutes} minutes the next of the rotation and ${manager.displayName} (${manager.jobTitle}) are paged.`,
      `After ${ESCALATION.incidentCommanderMinutes} minutes an incident commander takes over.`,
    ]),
    table(
      ['Priority', 'Means', 'Response', 'Resolution'],
      SUPPORT.map(level => [
        level.priority,
        level.meaning,
        level.response,
        level.resolution,
      ]),
    ),
    'A blameless postmortem follows within 48 hours; its actions are tracked to completion.',
  ).trim();
}

function recovery(component: Component): string {
  const objectives =
    component.tier === 2 ? undefined : RECOVERY[component.tier];
  return objectives
    ? `Tier ${component.tier}: back within ${objectives.rto} (RTO), at most ${objectives.rpo} of data lost (RPO). Proved in a drill every quarter.`
    : '';
}

/** The page for whoever was woken by an alert. */
export function runbookPage(
  component: Component,
  index: ModelIndex,
  options: CatalogOptions,
): string {
  return page(
    `# ${component.title}: runbook`,
    `Tier ${component.tier}. ${component.description}`,
    section('First look', firstLook(component, options)),
    section('What it calls', dependencyTable(component, index)),
    section('What it stands on', storeTable(component, index)),
    section('Know before you act', bullets(component.notes)),
    section('Messages', messaging(component, index)),
    section('Roll back', rollback(component)),
    section('Disaster recovery', recovery(component)),
    section('Escalation', escalation(component, index)),
  );
}
