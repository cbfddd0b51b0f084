import type { Indicator } from '@arctiq/plugin-slo-common';
import type { PrometheusClient } from './PrometheusClient';
import { planCounters } from './promql/counterPlan';
import { buildReadableQuery } from './promql/counterQuery';
import { fillWindow } from './promql/parseCounter';
import type { SourceDescription, SourceObjective } from './SloSource';

/** Tells where the figures of an objective come from. */
export async function describeObjective(
  client: PrometheusClient,
  objective: SourceObjective,
  signal: AbortSignal,
): Promise<SourceDescription> {
  const { server } = client;
  return {
    server: server.name,
    serverUrl: withoutCredentials(server.url),
    queries: describeQueries(objective),
    warnings: warningsOf(objective),
    retentionSeconds: await client.retention(signal),
  };
}

function describeQueries(
  objective: SourceObjective,
): SourceDescription['queries'] {
  const { key, indicator } = objective;
  if (indicator.kind !== 'ratio') {
    const { query } =
      indicator.kind === 'threshold' ? indicator.metric : indicator.raw;
    return [{ role: 'value', promql: fillWindow(query) }];
  }
  const plan = planCounters(key, indicator);
  if (plan) {
    return plan.roles.map(role => ({
      role: role.role,
      promql: buildReadableQuery(plan, role),
    }));
  }
  return (['good', 'bad', 'total'] as const).flatMap(role => {
    const query = indicator[role]?.query;
    return query === undefined ? [] : [{ role, promql: fillWindow(query) }];
  });
}

function warningsOf({ key, indicator }: SourceObjective): string[] {
  return isGuess(key, indicator)
    ? [
        'The query is more than a sum of counters, so its value is compared between slices: what a counter that was reset counted before is lost.',
      ]
    : [];
}

function isGuess(key: string, indicator: Indicator): boolean {
  return (
    indicator.kind === 'ratio' &&
    indicator.counter &&
    planCounters(key, indicator) === undefined
  );
}

function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.toString().replace(/\/$/, '');
}
