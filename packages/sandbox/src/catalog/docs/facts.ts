import type { CallFlow, Component, EventFlow } from '../../model';
import type { ModelIndex } from '../modelIndex';

/** A component's neighbour over one connection. */
export type Row = readonly string[];

/** Name of what a call goes to. */
export function targetName(call: CallFlow): string {
  return call.target.kind === 'external'
    ? call.target.resource
    : call.target.component;
}

/** What a call goes through. */
export function targetInterface(call: CallFlow): string {
  switch (call.target.kind) {
    case 'api':
      return call.target.api;
    case 'component':
      return 'internal';
    default:
      return 'outside the company';
  }
}

/** Who may be asked about the thing at the far end of a call. */
export function targetTeam(call: CallFlow, index: ModelIndex): string {
  return call.target.kind === 'external'
    ? index.resource(call.target.resource).owner
    : index.component(call.target.component).team;
}

/** Events by name, each with everybody at its far end. */
export function groupEvents(
  flows: readonly EventFlow[],
  end: (flow: EventFlow) => string,
): Row[] {
  const events = new Map<string, { topic: string; ends: Set<string> }>();
  for (const flow of flows) {
    const known = events.get(flow.event) ?? {
      topic: flow.topic,
      ends: new Set(),
    };
    known.ends.add(end(flow));
    events.set(flow.event, known);
  }
  return [...events].map(([event, { topic, ends }]) => [
    event,
    `\`${topic}\``,
    [...ends].join(', '),
  ]);
}

/** Replicas and what makes them more or fewer, in words. */
export function describeScaling(component: Component): string {
  const { scaling } = component;
  if (!scaling) {
    return 'not scaled by replicas';
  }
  if (scaling.parallelism !== undefined) {
    return `parallelism ${scaling.parallelism}`;
  }
  if (scaling.min === scaling.max) {
    return `${scaling.min} ${
      scaling.min === 1 ? 'replica' : 'replicas'
    }, fixed`;
  }
  const signals = [
    scaling.cpuPercent && `CPU ${scaling.cpuPercent} %`,
    scaling.memoryPercent && `memory ${scaling.memoryPercent} %`,
  ].filter(Boolean);
  return `${scaling.min} to ${scaling.max} replicas by ${signals.join(
    ' and ',
  )}`;
}
