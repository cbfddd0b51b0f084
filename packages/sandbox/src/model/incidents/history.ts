import { draw } from '../traffic/hash';
import type { CompanyReliability } from '../slos/reliabilityOf';
import type { SloSpec } from '../slos/types';
import type { CompanyModel } from '../types';
import { usualDeploys } from './deploys';
import { effectOf, type Severity } from './intensity';
import { BURNING, STORIES } from './stories';
import type {
  Anchors,
  Deploy,
  ExtraIncident,
  Incident,
  Priority,
} from './types';

const day = 86_400;
const week = 7 * day;

/** How far history reaches back from its epoch, in days. */
export const HISTORY_DAYS = 110;

/** All that went wrong and all that was deployed, oldest first. */
export interface History {
  anchors: Anchors;
  incidents: Incident[];
  deploys: Deploy[];
}

interface Occurrence extends Severity {
  slo: SloSpec;
  title: string;
  priority: Priority;
  start: number;
  minutes: number;
  deploy?: string;
}

function storyOccurrences(
  find: (component: string, aspect: string) => SloSpec | undefined,
  { epoch }: Anchors,
  from: number,
  to: number,
): Occurrence[] {
  return STORIES.flatMap(story => {
    const slo = find(story.component, story.aspect);
    if (!slo) {
      return [];
    }
    const period = story.everyDays * day;
    const last = epoch - story.hoursBefore * 3600;
    const first = last - Math.floor((last - from) / period) * period;
    const occurrences: Occurrence[] = [];
    for (let start = first; start < to; start += period) {
      occurrences.push({ ...story, slo, start });
    }
    return occurrences;
  });
}

function burningOccurrences(
  find: (component: string, aspect: string) => SloSpec | undefined,
  { starts }: Anchors,
): Occurrence[] {
  return starts.flatMap(at =>
    BURNING.flatMap(burning => {
      const slo = find(burning.component, burning.aspect);
      return slo
        ? [{ ...burning, slo, start: at - burning.minutesBefore * 60 }]
        : [];
    }),
  );
}

const small = [
  'Errors after a node was replaced',
  'Time-outs towards a dependency',
  'Connection resets in one zone',
  'A bad configuration was rolled out',
  'Short of memory under load',
];

/** Small things that go wrong now and then, by absolute time. */
function smallOccurrences(
  slos: readonly SloSpec[],
  from: number,
  to: number,
): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const slo of slos) {
    for (
      let number = Math.floor(from / week);
      number * week < to;
      number += 1
    ) {
      const key = [slo.name, number] as const;
      if (
        !slo.stream ||
        slo.method !== 'Occurrences' ||
        draw('small', ...key) > 0.06
      ) {
        continue;
      }
      const start = Math.floor((number + draw('when', ...key)) * week);
      occurrences.push({
        slo,
        title: small[Math.floor(draw('what', ...key) * small.length)],
        priority: draw('priority', ...key) < 0.3 ? 'P3' : 'P4',
        start,
        minutes: 8 + Math.floor(draw('long', ...key) * 40),
        spends: 0.01 + 0.04 * draw('much', ...key),
        deploy:
          draw('caused', ...key) < 0.3
            ? 'Change the configuration of the client'
            : undefined,
      });
    }
  }
  return occurrences.filter(({ start }) => start >= from && start < to);
}

/**
 * What happened to the company. It depends on the model and the anchors alone;
 * more anchors add to it and change nothing else.
 *
 * @param until - Unix seconds up to which it is told
 * @param extra - incidents that somebody asked for
 */
export function createHistory(
  model: CompanyModel,
  { streams, gauges, slos }: CompanyReliability,
  anchors: Anchors,
  until: number,
  extra: readonly ExtraIncident[] = [],
): History {
  const from = anchors.epoch - HISTORY_DAYS * day;
  const byKey = new Map(
    slos.map(slo => [`${slo.component}/${slo.aspect}`, slo]),
  );
  const find = (component: string, aspect: string) =>
    byKey.get(`${component}/${aspect}`);
  const streamById = new Map(streams.map(stream => [stream.id, stream]));
  const members = new Map(
    model.teams.map(team => [
      team.name,
      model.people.filter(p => p.groups.includes(team.name)),
    ]),
  );
  const componentByName = new Map(model.components.map(c => [c.name, c]));
  const deploys = model.components.flatMap(component =>
    usualDeploys(component, members.get(component.team) ?? [], from, until),
  );
  const occurrences = [
    ...storyOccurrences(find, anchors, from, until),
    ...burningOccurrences(find, anchors),
    ...extra.flatMap(one => {
      const slo = find(one.component, one.aspect);
      return slo ? [{ ...one, slo, deploy: undefined }] : [];
    }),
    ...smallOccurrences(slos, from, until),
  ];
  const incidents = occurrences.map((occurrence): Incident => {
    const { slo, start, minutes } = occurrence;
    const end = start + minutes * 60;
    const id = `${slo.name}-${start}`;
    const gauge = gauges.find(({ component }) => component === slo.component);
    let deploy: string | undefined;
    if (occurrence.deploy) {
      const people =
        members.get(componentByName.get(slo.component)?.team ?? '') ?? [];
      deploy = `${slo.component}-${start}`;
      deploys.push({
        id: deploy,
        component: slo.component,
        version: `${Math.floor(start / week / 52) - 50}.${
          Math.floor(start / week) % 52
        }.9`,
        title: occurrence.deploy,
        time: start - 240,
        actor:
          people[Math.floor(draw('actor', id) * people.length)]?.login ??
          'arctiq-portal-bot',
        incident: id,
      });
    }
    return {
      id,
      component: slo.component,
      title: occurrence.title,
      priority: occurrence.priority,
      start,
      end,
      effects: effectOf(
        slo,
        streamById.get(slo.stream?.id ?? ''),
        gauge,
        start,
        end,
        occurrence,
      ),
      deploy,
    };
  });
  return {
    anchors,
    incidents: incidents.sort((a, b) => a.start - b.start),
    deploys: deploys.sort((a, b) => a.time - b.time),
  };
}
