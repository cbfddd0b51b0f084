import { type ReactElement, useId } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay, formatMoment } from '../../format';
import { timeTicks, valueTicks, zeroOffset } from './domain';
import styles from './TrendChart.module.css';
import { TrendGradients } from './TrendGradients';
import { TrendTooltip } from './TrendTooltip';
import type { TrendMarker, TrendPlotProps } from './types';

const colors = {
  line: 'var(--bui-accent-bg)',
  below: 'var(--bui-fg-negative)',
  grid: 'var(--bui-border-1)',
  text: 'var(--bui-fg-secondary)',
  deploy: 'var(--bui-fg-announcement)',
  incident: 'var(--bui-fg-negative)',
};

/** A triangle for a deploy, a diamond for an incident: shape besides colour. */
function MarkerSign(props: {
  kind: TrendMarker['kind'];
  viewBox?: { x?: number; y?: number };
}): ReactElement {
  const { kind, viewBox } = props;
  const x = viewBox?.x ?? 0;
  const y = viewBox?.y ?? 0;
  const path =
    kind === 'deploy'
      ? `M${x - 5},${y - 2} L${x + 5},${y - 2} L${x},${y - 10} Z`
      : `M${x},${y - 12} L${x + 5},${y - 6} L${x},${y} L${x - 5},${y - 6} Z`;
  return <path d={path} fill={colors[kind]} />;
}

function tickText(time: number, span: number): string {
  return span > 3 * 86_400
    ? formatDay(time)
    : new Date(time * 1000).toISOString().slice(11, 16);
}

/** The drawing itself. Loaded when it is shown: it brings the chart library. */
export function TrendPlot(props: TrendPlotProps) {
  const { title, points, format, lines = [], markers = [] } = props;
  const { doubtfulUntil } = props;
  const id = useId();
  const from = points[0].time;
  const to = points[points.length - 1].time;
  const ticks = valueTicks(points, lines);
  const seen = markers.filter(
    marker => marker.time <= to && (marker.end ?? marker.time) >= from,
  );
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={[...points]}
        margin={{ top: 16, right: 12, bottom: 0, left: 0 }}
        title={title}
        className={styles.plot}
      >
        <TrendGradients id={id} zero={zeroOffset(points)} colors={colors} />
        {doubtfulUntil !== undefined && doubtfulUntil > from && (
          <>
            <pattern
              id={`${id}-hatch`}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line y2={6} stroke={colors.text} strokeOpacity={0.35} />
            </pattern>
            <ReferenceArea
              x1={from}
              x2={Math.min(to, doubtfulUntil)}
              fill={`url(#${id}-hatch)`}
              fillOpacity={1}
            />
          </>
        )}
        <CartesianGrid stroke={colors.grid} vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          domain={[from, to]}
          ticks={timeTicks(from, to, 7)}
          tickFormatter={time => tickText(time, to - from)}
          stroke={colors.grid}
          tick={{ fill: colors.text, fontSize: 12 }}
          tickLine={false}
          minTickGap={24}
        />
        <YAxis
          domain={[ticks[0], ticks[ticks.length - 1]]}
          ticks={ticks}
          interval={0}
          tickFormatter={format}
          stroke="none"
          tick={{ fill: colors.text, fontSize: 12 }}
          width={76}
        />
        {lines.map(line => (
          <ReferenceLine
            key={line.label}
            y={line.value}
            stroke={colors.text}
            strokeDasharray="2 4"
            label={{
              value: line.label,
              position: 'insideTopRight',
              fill: colors.text,
              fontSize: 11,
            }}
          />
        ))}
        <ReferenceLine y={0} stroke={colors.text} />
        {seen
          .filter(marker => marker.kind === 'incident')
          .map(marker => (
            <ReferenceArea
              key={marker.id}
              x1={Math.max(from, marker.time)}
              x2={Math.min(to, marker.end ?? to)}
              fill={colors.incident}
              fillOpacity={0.12}
            />
          ))}
        {seen.map(marker => (
          <ReferenceLine
            key={marker.id}
            x={Math.max(from, marker.time)}
            stroke={colors[marker.kind]}
            strokeOpacity={0.55}
            strokeDasharray={marker.kind === 'deploy' ? '3 3' : undefined}
            label={<MarkerSign kind={marker.kind} />}
          />
        ))}
        <Area
          dataKey="value"
          type="linear"
          baseValue={0}
          stroke={`url(#${id}-stroke)`}
          strokeWidth={2.25}
          fill={`url(#${id}-fill)`}
          isAnimationActive={false}
          connectNulls={false}
          activeDot={{ r: 4, fill: colors.line, stroke: 'none' }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: colors.text, strokeDasharray: '2 2' }}
          content={({ active, payload, label }) => (
            <TrendTooltip
              active={active}
              time={typeof label === 'number' ? label : undefined}
              value={payload?.[0]?.value}
              format={format}
              markers={seen}
              reach={(to - from) / 60}
              moment={time => formatMoment(time, new Date())}
            />
          )}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
