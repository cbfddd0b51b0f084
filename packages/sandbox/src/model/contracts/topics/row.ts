import type { EventTopic } from '../types';

/** A topic as written in the tables. */
export type TopicRow = Omit<
  EventTopic,
  'name' | 'keyType' | 'deadLetterTopic' | 'partitions' | 'personalData'
> &
  Partial<Pick<EventTopic, 'keyType' | 'partitions' | 'personalData'>> & {
    /** Name without `.events`. */
    aggregate: string;
  };

/** Fills in the names and what is usual. */
export function toTopic(row: TopicRow): EventTopic {
  const { aggregate, ...rest } = row;
  return {
    keyType: 'uuid',
    partitions: 24,
    personalData: false,
    ...rest,
    name: `${aggregate}.events`,
    deadLetterTopic: `${aggregate}.events.dlq`,
  };
}
