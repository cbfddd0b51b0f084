import type { Slice, TimeRange } from '@arctiq/plugin-slo-common';
import { sliceEnds } from '../../source/Grid';
import type {
  Measurement,
  SloSource,
  SourceDescription,
  SourceObjective,
} from '../../source/SloSource';

/** What one slice of one objective is, in a test. */
export type Script = (key: string, end: number) => Slice;

/** A source whose answers are computed by a function. */
export class ScriptedSource implements SloSource {
  readonly type = 'prometheus';
  readonly asked: { keys: string[]; range: TimeRange }[] = [];
  /** Set while the server cannot be asked. */
  down?: string;
  /** Objectives whose query is refused. */
  readonly refused = new Set<string>();
  retentionSeconds?: number;
  script: Script;

  constructor(script: Script = traffic) {
    this.script = script;
  }

  async measure(
    objectives: readonly SourceObjective[],
    range: TimeRange,
  ): Promise<Map<string, Measurement>> {
    this.asked.push({ keys: objectives.map(({ key }) => key), range });
    return new Map(
      objectives.map(({ key }) => [key, this.#measureOne(key, range)]),
    );
  }

  async describe(): Promise<SourceDescription> {
    return {
      ...{ server: 'main', queries: [], warnings: [] },
      retentionSeconds: this.down ? undefined : this.retentionSeconds,
    };
  }

  #measureOne(key: string, range: TimeRange): Measurement {
    if (this.down) {
      return { kind: 'failed', reason: this.down, permanent: false };
    }
    if (this.refused.has(key)) {
      return { kind: 'failed', reason: 'bad query', permanent: true };
    }
    const slices = sliceEnds(range).map(end => this.script(key, end));
    return { kind: 'measured', slices };
  }
}

/** Traffic that differs by objective and time, the same each time. */
export function traffic(key: string, end: number): Slice {
  const total = 1000 * (100 + ((end / 300) % 97) + key.length);
  return {
    end,
    state: 'measured',
    good: total - 1000 * ((end / 300) % 3),
    total,
  };
}

/** A slice of which the source knows nothing. */
export function noData(end: number): Slice {
  return { end, state: 'no-data', good: 0, total: 0 };
}
