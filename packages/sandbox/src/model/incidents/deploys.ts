import { draw } from '../traffic/hash';
import type { Component, Person } from '../types';
import type { Deploy } from './types';

const week = 7 * 86_400;

const titles = [
  'Update dependencies',
  'Tune timeouts of outgoing calls',
  'Log the order id with every warning',
  'Answer validation errors with a problem document',
  'Read feature flags at start only',
  'Remove the old endpoint',
  'Cache lookups for a minute',
  'Raise memory limits',
  'Emit traces for database calls',
  'Handle empty baskets',
  'Translate messages to Portuguese',
  'Retry on connection resets',
];

/** Deploys per week on average. */
function frequency({ type, tier, lifecycle }: Component): number {
  if (type === 'monolith') {
    return 0;
  }
  if (type === 'mobile-app') {
    return 0.5;
  }
  if (lifecycle === 'experimental') {
    return 2.4;
  }
  return tier === 3 ? 0.8 : 1.5;
}

/** Working hours of a weekday, by UTC, in a week. */
function workingTime(component: string, number: number, nth: number): number {
  const monday = 4 * 86_400 + number * week;
  const weekday = Math.floor(draw('weekday', component, number, nth) * 5);
  const hour = 8 + draw('hour', component, number, nth) * 8;
  return Math.floor(monday + weekday * 86_400 + hour * 3600);
}

/**
 * What went to production by the usual way. It depends on the component and on
 * absolute time alone.
 *
 * @param team - people of whom one deploys
 * @param from - Unix seconds
 * @param to - Unix seconds
 */
export function usualDeploys(
  component: Component,
  team: readonly Person[],
  from: number,
  to: number,
): Deploy[] {
  const deploys: Deploy[] = [];
  const { name } = component;
  const first = Math.floor(from / week) - 1;
  for (let number = first; number * week <= to; number += 1) {
    const expected = frequency(component);
    const count = Math.floor(expected + draw('deploys', name, number));
    for (let nth = 0; nth < count; nth += 1) {
      const time = workingTime(name, number, nth);
      if (time >= from && time < to) {
        const title =
          titles[Math.floor(draw('title', name, number, nth) * titles.length)];
        const person =
          team[Math.floor(draw('actor', name, number, nth) * team.length)];
        deploys.push({
          id: `${name}-${number}-${nth}`,
          component: name,
          version: `${Math.floor(number / 52) - 50}.${number % 52}.${nth}`,
          title,
          time,
          actor: person?.login ?? 'arctiq-portal-bot',
        });
      }
    }
  }
  return deploys.sort((a, b) => a.time - b.time);
}
