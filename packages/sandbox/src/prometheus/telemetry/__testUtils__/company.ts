import { createModel } from '../../../model';
import { createHistory } from '../../../model/incidents/history';
import type { Anchors } from '../../../model/incidents/types';
import { companyReliability } from '../../../model/slos/reliabilityOf';
import type { Matcher } from '../../promql/ast';
import { Evaluator } from '../../promql/evaluate';
import { parsePromql } from '../../promql/parse';
import type { Guest } from '../guests';
import { Telemetry } from '../Telemetry';

/** When the history of the tests is told from. */
export const epoch = Date.parse('2026-11-20T15:00:00Z') / 1000;

export const model = createModel({ now: new Date(epoch * 1000) });
export const reliability = companyReliability(model);

/** The history of the company in tests. */
export function historyOf(anchors: Anchors = { epoch, starts: [epoch] }) {
  return createHistory(model, reliability, anchors, epoch + 100 * 86_400);
}

/** Fresh telemetry that remembers nothing of earlier questions. */
export function telemetryOf(history = historyOf(), guests?: () => Guest[]) {
  return new Telemetry({ model, reliability, history, guests });
}

/** Matchers for equality. */
export function where(labels: Record<string, string>): Matcher[] {
  return Object.entries(labels).map(([name, value]) => ({
    name,
    operator: '=',
    value,
  }));
}

/**
 * The only value of a query at a moment; undefined where there is none.
 *
 * @param time - Unix seconds
 */
export function valueAt(
  telemetry: Telemetry,
  query: string,
  time: number,
): number | undefined {
  const evaluator = new Evaluator(
    { source: telemetry.at(time * 1000), semantics: 3, lookback: 300_000 },
    { start: time * 1000, step: 1, count: 1 },
  );
  const value = evaluator.evaluate(parsePromql(query));
  if (value.type !== 'vector' || value.columns.length > 1) {
    throw new Error(`${query} is not one series.`);
  }
  const [column] = value.columns;
  return column?.present[0] ? column.values[0] : undefined;
}
