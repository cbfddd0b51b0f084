import type { Indicator, TimeRange } from '@arctiq/plugin-slo-common';
import { ConflictError } from '@backstage/errors';
import type {
  Measurement,
  SloSource,
  SourceDescription,
  SourceObjective,
} from './SloSource';
import { queriesOf } from './queriesOf';
import type { SloSourcesExtensionPoint } from './sloSourcesExtensionPoint';

/** All sources as one: each objective goes to the source of its type. */
export class SourceRegistry implements SloSource, SloSourcesExtensionPoint {
  readonly type = 'any';
  readonly #sources = new Map<string, SloSource>();

  /** {@inheritdoc SloSourcesExtensionPoint.addSource} */
  addSource(source: SloSource): void {
    if (this.#sources.has(source.type)) {
      throw new ConflictError(
        `There are two sources of SLOs for the type '${source.type}'. Remove the module that adds the second.`,
      );
    }
    this.#sources.set(source.type, source);
  }

  /** {@inheritdoc SloSource.measure} */
  async measure(
    objectives: readonly SourceObjective[],
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<Map<string, Measurement>> {
    const found = new Map<string, Measurement>();
    const bySource = new Map<SloSource, SourceObjective[]>();
    for (const objective of objectives) {
      const source = this.#sourceOf(objective.indicator);
      if (typeof source === 'string') {
        found.set(objective.key, {
          ...{ kind: 'failed', reason: source, permanent: true },
        });
      } else {
        bySource.set(source, [...(bySource.get(source) ?? []), objective]);
      }
    }
    await Promise.all(
      [...bySource].map(async ([source, own]) => {
        const answers = await source.measure(own, range, signal);
        answers.forEach((measurement, key) => found.set(key, measurement));
      }),
    );
    return found;
  }

  /** {@inheritdoc SloSource.describe} */
  async describe(
    objective: SourceObjective,
    signal: AbortSignal,
  ): Promise<SourceDescription> {
    const source = this.#sourceOf(objective.indicator);
    return typeof source === 'string'
      ? { server: 'unknown', queries: [], warnings: [source] }
      : source.describe(objective, signal);
  }

  /** The source of an indicator, or why there is none. */
  #sourceOf(indicator: Indicator): SloSource | string {
    const types = new Set(queriesOf(indicator).map(({ type }) => type));
    const [type] = types;
    if (types.size !== 1) {
      return `Its queries go to different kinds of data source (${[
        ...types,
      ].join(
        ', ',
      )}), so that they cannot be counted at the same time. Use one kind.`;
    }
    return (
      this.#sources.get(type) ??
      `No data source of type '${type}' is installed; there are: ${
        [...this.#sources.keys()].join(', ') || 'none'
      }.`
    );
  }
}
