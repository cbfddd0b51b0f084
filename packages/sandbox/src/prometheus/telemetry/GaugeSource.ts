import type { Incident } from '../../model/incidents/types';
import { share, textHash } from '../../model/traffic/hash';
import type { Gauge } from '../../model/traffic/types';
import type { Series } from '../promql/series';
import { GaugeSeries } from './GaugeSeries';
import { type Limits, SCRAPE_MS, type Stretch } from './time';

/** The series of a gauge, one for each region. */
export function gaugeSeries(
  gauge: Gauge,
  incidents: readonly Incident[],
  whole: Stretch,
  limits: Limits,
): Series[] {
  const troubles = incidents
    .filter(({ effects }) => effects.some(({ stream }) => stream === gauge.id))
    .map(({ start, end }) => ({ start: start * 1000, end: end * 1000 }));
  return gauge.regions.map(region => {
    const seed = textHash(`${gauge.id}/${region}`);
    const labels = {
      __name__: gauge.metric,
      instance: `otel-collector-0.${region}:8889`,
      job: gauge.component,
      namespace: gauge.namespace,
      region,
      ...gauge.labels,
    };
    const valueAt = (time: number) => {
      const troubled = troubles.some(
        ({ start, end }) => time >= start && time < end,
      );
      const noise = 2 * share(seed, Math.floor(time / SCRAPE_MS)) - 1;
      const value = troubled ? gauge.troubled : gauge.usual;
      return Math.round(1000 * (value + gauge.spread * noise)) / 1000;
    };
    return new GaugeSeries(
      labels,
      { ...whole, phase: seed % SCRAPE_MS },
      limits,
      valueAt,
    );
  });
}
