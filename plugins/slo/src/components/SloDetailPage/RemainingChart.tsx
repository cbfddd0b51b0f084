import type { SloDetail, SloSeries } from '@arctiq/plugin-slo-common';
import {
  formatBudget,
  formatDay,
  SectionCard,
  TrendChart,
  type TrendMarker,
} from '@arctiq/ui-kit';
import { useRead } from '../../hooks/useRead';
import { nameOf } from '../../words/names';
import { ReadPanel } from '../ReadPanel';
import { partialUntil, seriesStretch } from './stretches';

function summarize(points: SloSeries['points'], doubtful?: number): string {
  const known = points.filter(
    ({ remaining, time }) => remaining !== undefined && time >= (doubtful ?? 0),
  );
  if (known.length === 0) {
    return doubtful === undefined
      ? 'Nothing is known of this window yet.'
      : 'Nothing is known of a whole window yet.';
  }
  const first = known[0];
  const last = known[known.length - 1];
  return `From ${formatBudget(first.remaining)} on ${formatDay(
    first.time,
  )} to ${formatBudget(last.remaining)} now.${
    doubtful === undefined
      ? ''
      : ` Before that (hatched) the window began before the first measurement.`
  }`;
}

/** The events with the most spent; more would hide the line. */
function markersOf(slo: SloDetail): TrendMarker[] {
  return [...slo.events]
    .sort((a, b) => (b.spent ?? 0) - (a.spent ?? 0))
    .slice(0, 20)
    .map(({ event, spent }) => ({
      id: event.id,
      kind: event.kind,
      time: event.start,
      end: event.end,
      label: `${event.label ?? event.title}${
        spent === undefined ? '' : ` spent ${formatBudget(spent)}`
      }`,
    }));
}

/** What is left, over the window, with what happened in it. */
export function RemainingChart(props: { slo: SloDetail }) {
  const { slo } = props;
  const { window, watermark } = slo.status;
  const query = seriesStretch({ from: window.from, to: window.to });
  const [namespace, component, name] = slo.id.split('/');
  const read = useRead(
    JSON.stringify(['series', slo.id, query]),
    (api, options) =>
      api.series({ namespace, component, name }, query, options),
    { enabled: watermark !== undefined, keep: true },
  );
  const doubtfulUntil = partialUntil(slo);
  const { step, next } = slo.policy;
  const lines = [next, step]
    .filter(found => found !== undefined)
    .filter(({ below }) => below > 0 && below < 1)
    .map(({ below, name: label }) => ({ value: below, label }));
  return (
    <SectionCard title="Budget left over time">
      {watermark === undefined ? (
        <p>It draws itself once the first slices are measured.</p>
      ) : (
        <ReadPanel read={read} what="Budget over time">
          {series => (
            <TrendChart
              title={`Budget left of ${slo.displayName} of ${nameOf(
                slo.entityRef,
              )}`}
              summary={summarize(series.points, doubtfulUntil)}
              doubtfulUntil={doubtfulUntil}
              valueLabel="Budget left"
              points={series.points.map(({ time, remaining }) => ({
                time,
                value: remaining,
              }))}
              format={formatBudget}
              lines={lines}
              markers={markersOf(slo)}
            />
          )}
        </ReadPanel>
      )}
    </SectionCard>
  );
}
