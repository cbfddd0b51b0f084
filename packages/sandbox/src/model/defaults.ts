/**
 * Rules of the company that hold for every service. Times in seconds unless the
 * name says otherwise.
 */
export const SERVICE_DEFAULTS = {
  timeouts: {
    gateway: 30,
    serviceToService: 5,
    database: 10,
    kafkaProducer: 10,
    health: 3,
  },
  retry: { attempts: 3, minimumDelay: 1, maximumDelay: 10 },
  circuitBreaker: { failures: 5, open: 30 },
  kafka: { retentionDays: 7, deadLetterAfterRetries: 3 },
} as const;

/** Escalation of an alert, minutes after it fired. */
export const ESCALATION = {
  acknowledgeMinutes: 5,
  pageMinutes: 15,
  incidentCommanderMinutes: 30,
} as const;

/** What is promised per priority of an incident. */
export const SUPPORT = [
  {
    priority: 'P1',
    meaning: 'payment or checkout down, or data lost',
    response: '15 min',
    resolution: '4 h',
  },
  {
    priority: 'P2',
    meaning: 'degraded',
    response: '1 h',
    resolution: '8 h',
  },
  { priority: 'P3', meaning: 'minor', response: '4 h', resolution: '48 h' },
  {
    priority: 'P4',
    meaning: 'request',
    response: '1 day',
    resolution: 'next sprint',
  },
] as const;

/** Recovery objectives that the company has set, by tier. */
export const RECOVERY: Record<1 | 3, { rto: string; rpo: string }> = {
  1: { rto: '15 min', rpo: '5 min' },
  3: { rto: '4 h', rpo: '1 h' },
};
