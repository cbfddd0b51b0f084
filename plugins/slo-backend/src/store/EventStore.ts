import type { ReliabilityEvent, TimeRange } from '@arctiq/plugin-slo-common';

/** How far a source of events is read. */
export interface EventReading {
  etag?: string;
  /** ISO 8601 of the last complete reading. */
  asOf?: string;
  /** Why it is not newer. */
  reason?: string;
}

/** Deploys and incidents of components. */
export interface EventStore {
  /** Events that touch the range, oldest first; at most 500, the newest. */
  list(entityRef: string, range: TimeRange): Promise<ReliabilityEvent[]>;
  /** The same for several components. */
  listMany(
    entityRefs: string[],
    range: TimeRange,
  ): Promise<Map<string, ReliabilityEvent[]>>;
  /** Writes events; the same event twice changes nothing. */
  write(events: ReliabilityEvent[]): Promise<void>;
  /** Which of these events are stored for every one of the components. */
  known(ids: string[], entityRefs: string[]): Promise<Set<string>>;
  /** Incidents that had not ended when they were last read. */
  open(): Promise<ReliabilityEvent[]>;
  reading(name: string): Promise<EventReading>;
  setReading(name: string, reading: EventReading): Promise<void>;
  /** Forgets events that ended before a time (Unix seconds). */
  prune(before: number): Promise<void>;
}
