import { listFiles, readDocuments } from './files.mjs';

/** Words of PromQL that are not names of series. */
const words = new Set([
  ...['by', 'without', 'on', 'ignoring', 'group_left', 'group_right'],
  ...['and', 'or', 'unless', 'offset', 'bool'],
]);

/** The PromQL expressions of dashboards and objectives, with where they stand. */
export function readQueries(folder) {
  const queries = [];
  for (const file of listFiles(folder)) {
    if (/^chart\/dashboards\/.*\.json$/.test(file)) {
      for (const panel of readDocuments(folder, file)[0].panels) {
        for (const { expr } of panel.targets ?? []) {
          queries.push({
            where: `dashboard, ${panel.title}`,
            expression: expr,
          });
        }
      }
    }
  }
  for (const { kind, metadata, spec } of readDocuments(folder, 'slo.yaml')) {
    if (kind === 'SLO') {
      for (const part of ['good', 'total']) {
        queries.push({
          where: `${metadata.name}, ${part}`,
          expression:
            spec.indicator.spec.ratioMetric[part].metricSource.spec.query,
        });
      }
    }
  }
  return queries;
}

/** Names of the series that an expression selects. */
export function seriesOf(expression) {
  const bare = expression
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\{[^}]*\}/g, '{}')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ');
  return [...bare.matchAll(/[a-zA-Z_:][a-zA-Z0-9_:]*(?!\w)(?!\s*\()/g)]
    .map(([name]) => name)
    .filter(name => !words.has(name));
}

/** Puts values in place of the variables that Grafana would fill in. */
export function withVariables(expression, { job, interval }) {
  return expression
    .replaceAll('$job', job)
    .replaceAll('$instance', '.*')
    .replaceAll('$__rate_interval', interval);
}
