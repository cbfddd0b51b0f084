import { SERVICE_DEFAULTS } from '../../model';

const { kafka, retry, timeouts, circuitBreaker } = SERVICE_DEFAULTS;

/** What holds for every component of the company. */
export const ARCHITECTURE_RULES: readonly string[] = [
  'No component reads the database of another context; it keeps a projection of its events.',
  'A transaction over contexts is a saga with compensation.',
  `Calls time out after ${timeouts.serviceToService} s, database queries after ${timeouts.database} s; retries: ${retry.attempts}, from ${retry.minimumDelay} s to ${retry.maximumDelay} s; a circuit opens after ${circuitBreaker.failures} failures for ${circuitBreaker.open} s.`,
  `Events go through the outbox, are idempotent to consume, and go to the dead letters after ${kafka.deadLetterAfterRetries} retries.`,
];
