import { pagerDutyId } from '../identifiers';
import type { Component, Region } from '../types';

/** The two regions that serve customers, both active. */
export const BOTH_REGIONS: Region[] = ['us-east-1', 'eu-west-1'];

type Derived = 'pagerDutyServiceId';
type Defaulted =
  | 'lifecycle'
  | 'runtime'
  | 'regions'
  | 'uses'
  | 'notes'
  | 'hasRepository';

/** A component as written in the tables: what is usual may be left out. */
export type ComponentRow = Omit<Component, Derived | Defaulted> &
  Partial<Pick<Component, Defaulted>>;

/** Fills in what the table left out. */
export function toComponent(row: ComponentRow): Component {
  const onKubernetes = (row.runtime ?? 'kubernetes') === 'kubernetes';
  return {
    lifecycle: 'production',
    runtime: 'kubernetes',
    regions: BOTH_REGIONS,
    uses: [],
    notes: [],
    hasRepository: true,
    ...(onKubernetes && {
      scaling: { min: 2, max: 6, cpuPercent: 70, memoryPercent: 80 },
    }),
    ...row,
    pagerDutyServiceId: pagerDutyId('service', row.name),
  };
}
