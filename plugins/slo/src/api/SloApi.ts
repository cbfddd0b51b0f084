import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  Correction,
  DefinitionProblem,
  Exemption,
  GateAnswer,
  Rollup,
  Scoreboard,
  SliceStrip,
  SloDetail,
  SloGlance,
  SloPage,
  SloSeries,
  SloState,
} from '@arctiq/plugin-slo-common';

/** How a list of SLOs is sorted. */
export type SloSort = 'burn' | 'remaining' | 'ends' | 'name';

/** Which SLOs to list; all given filters must hold. */
export interface SloQuery {
  /** Entity ref of the owner. */
  owner?: string;
  /** Entity ref of the system. */
  system?: string;
  entityRef?: string;
  tier?: number;
  state?: SloState;
  /** Words in the names of the SLO and its component. */
  q?: string;
  /** Only those that the signed-in person or their teams own. */
  mine?: boolean;
  sort?: SloSort;
  limit?: number;
  cursor?: string;
}

/** Stretch and resolution of a series, in Unix seconds. */
export interface SeriesQuery {
  from: number;
  to: number;
  stepSeconds: number;
}

/** Parts of the address of an SLO. */
export interface SloName {
  namespace: string;
  component: string;
  name: string;
}

/** What a person says when time shall not count. */
export type NewCorrection = Pick<Correction, 'kind' | 'range' | 'reason'>;

/** What a person says when a frozen budget shall not hold a deploy back. */
export type NewExemption = Pick<
  Exemption,
  'entityRef' | 'environment' | 'cause' | 'reason' | 'expiresAt'
>;

/** Ends a request early. */
export interface RequestOptions {
  signal?: AbortSignal;
}

/** What the pages ask the backend. Every method throws a ResponseError when it refuses. */
export interface SloApi {
  list(query: SloQuery, options?: RequestOptions): Promise<SloPage>;
  get(slo: SloName, options?: RequestOptions): Promise<SloDetail>;
  series(
    slo: SloName,
    query: SeriesQuery,
    options?: RequestOptions,
  ): Promise<SloSeries>;
  slices(
    slo: SloName,
    query: SeriesQuery,
    options?: RequestOptions,
  ): Promise<SliceStrip>;
  /** PrometheusRule as YAML. */
  rules(slo: SloName, options?: RequestOptions): Promise<string>;
  correct(slo: SloName, correction: NewCorrection): Promise<Correction>;
  revokeCorrection(slo: SloName, id: string, reason: string): Promise<void>;
  rollups(by: 'owner' | 'system', options?: RequestOptions): Promise<Rollup[]>;
  scoreboard(options?: RequestOptions): Promise<Scoreboard>;
  summary(
    of: { entityRef: string } | { owner: string },
    options?: RequestOptions,
  ): Promise<SloGlance>;
  gate(
    query: { entityRef: string; environment: string },
    options?: RequestOptions,
  ): Promise<GateAnswer>;
  grantExemption(exemption: NewExemption): Promise<Exemption>;
  revokeExemption(id: string): Promise<void>;
  problems(
    query: { entityRef: string },
    options?: RequestOptions,
  ): Promise<DefinitionProblem[]>;
}

export const sloApiRef = createApiRef<SloApi>().with({
  id: 'plugin.slo.client',
  pluginId: 'slo',
});
