import { TOPICS } from '../contracts/topics';
import type { EventTopic } from '../contracts/types';
import type { ResourceRow } from './row';

const BROKERS = ['msk-us-east-1', 'msk-eu-west-1'];

function topicResources(topic: EventTopic): ResourceRow[] {
  const common = { owner: topic.owner, system: topic.system };
  return [
    {
      ...common,
      name: topic.name,
      title: topic.name,
      description: `${topic.description} Kept 7 days in ${topic.partitions} partitions.`,
      type: 'kafka-topic',
      dependsOn: BROKERS,
      tags: topic.personalData ? ['kafka', 'personal-data'] : ['kafka'],
    },
    {
      ...common,
      name: topic.deadLetterTopic,
      title: topic.deadLetterTopic,
      description: `Messages of ${topic.name} that failed three times and wait for a person.`,
      type: 'kafka-dead-letter-topic',
      dependsOn: [topic.name],
      tags: ['kafka', 'dead-letter'],
    },
  ];
}

/** Every topic with its dead letters. */
export const TOPIC_RESOURCES: readonly ResourceRow[] =
  TOPICS.flatMap(topicResources);
