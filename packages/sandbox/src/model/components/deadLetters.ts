import { TOPICS } from '../contracts/topics';
import type { ComponentRow } from './row';

/** Apart from the other rows because it reads whatever dead letters exist. */
export const DEAD_LETTERS: ComponentRow = {
  name: 'dead-letter-console',
  title: 'Dead Letter Console',
  description:
    'Shows teams the messages that failed three times, to mend and replay them.',
  type: 'website',
  tier: 3,
  team: 'platform',
  system: 'platform',
  language: 'typescript',
  port: 8089,
  uses: TOPICS.map(topic => topic.deadLetterTopic),
  notes: [
    'Replay keeps the key, so the order per aggregate holds; consumers must be idempotent.',
  ],
};
