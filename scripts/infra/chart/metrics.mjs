import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { chartFolder, readYaml } from './chart.mjs';

/** Words of PromQL that stand where a metric could stand. */
const words = new Set(
  (
    'sum min max avg count by without on ignoring and or unless bool offset ' +
    'time rate increase absent absent_over_time histogram_quantile group_left'
  ).split(' '),
);

/** Names of metrics in a PromQL expression. */
export function metricsOf(expression) {
  const bare = expression
    .replace(/"[^"]*"/g, '""')
    .replace(/\{[^}]*\}/g, '{}')
    .replace(/\[[^\]]*\]/g, '[]')
    .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ');
  const names = bare.match(/(?<![\w.$])[a-zA-Z_][\w:]*/g) ?? [];
  return [...new Set(names.filter(name => !words.has(name)))];
}

/** The names that files/metrics.yaml lists. */
export function listedMetrics(folder = chartFolder) {
  const { portal, platform } = readYaml(
    path.join(folder, 'files/metrics.yaml'),
  );
  return {
    always: portal.always,
    portal: [...portal.always, ...portal.later],
    all: [...portal.always, ...portal.later, ...Object.values(platform).flat()],
  };
}

function isKnown(name, known) {
  return known.has(name) || known.has(name.replace(/_(bucket|count|sum)$/, ''));
}

/** Groups of rules of an install. */
export function groupsOf(objects) {
  return objects
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => spec.groups);
}

function dashboardsOf(objects) {
  return objects
    .filter(({ kind, data }) => kind === 'ConfigMap' && data['portal.json'])
    .map(({ data }) => JSON.parse(data['portal.json']));
}

/** Metrics in alerts and dashboards that nobody emits. */
export function checkMetricNames(objects, listed = listedMetrics().all) {
  const rules = groupsOf(objects).flatMap(group => group.rules);
  const known = new Set([
    ...listed,
    ...rules.map(({ record }) => record).filter(Boolean),
  ]);
  const expressions = [
    ...rules.map(({ alert, record, expr }) => [alert ?? record, expr]),
    ...dashboardsOf(objects).flatMap(({ panels }) =>
      panels.flatMap(({ title, targets = [] }) =>
        targets.map(({ expr }) => [title, expr]),
      ),
    ),
  ];
  if (expressions.length === 0) {
    return ['there are no alerts and no dashboards'];
  }
  return expressions.flatMap(([title, expression]) =>
    metricsOf(expression)
      .filter(name => !isKnown(name, known))
      .map(name => `"${title}" uses ${name}, which nobody emits`),
  );
}

/** Anchors that a heading of a page gives, as MkDocs makes them. */
export function anchorsOf(markdown) {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/[-\s]+/g, '-'),
  );
}

/** Alerts that do not say what to do, how bad it is or whom it concerns. */
export function checkAlerts(
  objects,
  page = fs.readFileSync(inRoot('docs/operations.md'), 'utf8'),
) {
  const anchors = new Set(anchorsOf(page));
  const problems = [];
  for (const { alert, labels = {}, annotations = {} } of groupsOf(objects)
    .flatMap(group => group.rules)
    .filter(rule => rule.alert)) {
    if (!['critical', 'warning'].includes(labels.severity) || !labels.team) {
      problems.push(`${alert} does not say how bad it is and for whom`);
    }
    if (!annotations.summary || !annotations.description) {
      problems.push(`${alert} does not say what is wrong`);
    }
    const [, anchor] = (annotations.runbook_url ?? '').split('#');
    if (!anchors.has(anchor)) {
      problems.push(`${alert}: docs/operations.md has no heading "${anchor}"`);
    }
  }
  return problems;
}

/** Alerts that no unit test makes fire. */
export function checkAlertTests(objects, tests) {
  const fired = new Set(
    tests
      .flatMap(file => file.tests)
      .flatMap(({ promql_expr_test: expressions = [] }) =>
        expressions
          .flatMap(({ exp_samples: samples }) => samples ?? [])
          .map(({ labels }) => /alertname="(\w+)"/.exec(labels)?.[1]),
      ),
  );
  return groupsOf(objects)
    .flatMap(group => group.rules)
    .filter(({ alert }) => alert && !fired.has(alert))
    .map(({ alert }) => `no test makes ${alert} fire`);
}

/**
 * Compares the list with what a running portal serves at /metrics.
 *
 * @param text - the answer
 * @returns metrics that should always be there and are not, and new ones
 */
export function checkServedMetrics(text, listed = listedMetrics()) {
  const served = [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);
  const ignored = /^v8js_(memory_heap_space_|resource_active)/;
  return [
    ...listed.always
      .filter(name => !served.includes(name))
      .map(name => `the portal does not serve ${name}`),
    ...served
      .filter(name => !listed.portal.includes(name) && !ignored.test(name))
      .map(name => `files/metrics.yaml does not list ${name}`),
  ];
}
