import type { SloDetail } from '@arctiq/plugin-slo-common';
import { HeatStrip, SectionCard } from '@arctiq/ui-kit';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import type { SeriesQuery } from '../../api';
import { useRead } from '../../hooks/useRead';
import { ReadPanel } from '../ReadPanel';
import { describeCell } from './describeCell';
import { dayStretch, weeksStretch } from './stretches';

const views = {
  day: { label: 'Last 24 h, every 5 min', noun: 'slice', layout: 'strip' },
  weeks: { label: 'Last 28 d, every hour (UTC)', noun: 'hour', layout: 'days' },
} as const;

function Strip(props: {
  slo: SloDetail;
  view: keyof typeof views;
  query: SeriesQuery;
}) {
  const { slo, view, query } = props;
  const { label, noun, layout } = views[view];
  const [namespace, component, name] = slo.id.split('/');
  const read = useRead(
    JSON.stringify(['slices', slo.id, query]),
    (api, options) =>
      api.slices({ namespace, component, name }, query, options),
    { keep: true },
  );
  return (
    <ReadPanel read={read} what="Slices">
      {strip => (
        <HeatStrip
          label={label}
          noun={noun}
          layout={layout}
          cells={strip.cells}
          stepSeconds={strip.stepSeconds}
          describe={index =>
            describeCell(strip.cells[index], strip.stepSeconds, new Date())
          }
        />
      )}
    </ReadPanel>
  );
}

/** What was measured, stretch by stretch: where the budget went. */
export function SliceCard(props: { slo: SloDetail }) {
  const { slo } = props;
  const [view, setView] = useState<keyof typeof views>('day');
  const { watermark } = slo.status;
  if (watermark === undefined) {
    return null;
  }
  const other = view === 'day' ? 'weeks' : 'day';
  return (
    <SectionCard
      title={views[view].label}
      aside={
        <Button variant="tertiary" size="small" onPress={() => setView(other)}>
          {other === 'day' ? 'Show the last 24 h' : 'Show 28 d'}
        </Button>
      }
    >
      <Strip
        key={view}
        slo={slo}
        view={view}
        query={view === 'day' ? dayStretch(watermark) : weeksStretch(watermark)}
      />
    </SectionCard>
  );
}
