/** What a synchronous call goes to. */
export type CallTarget =
  | { kind: 'api'; api: string; component: string }
  | { kind: 'component'; component: string }
  | { kind: 'external'; resource: string };

/** A synchronous call from one component to another, or out of the company. */
export interface CallFlow {
  id: string;
  /** Component name. */
  caller: string;
  target: CallTarget;
  purpose: string;
}

/** An event that one component publishes and another one acts upon. */
export interface EventFlow {
  id: string;
  event: string;
  /** Kafka topic, for example `order.events`. */
  topic: string;
  /** Component names. */
  producer: string;
  consumer: string;
  /** External resource that the consumer passes the event on to. */
  forwardsTo?: string;
}

/**
 * One of the 21 flows that the company's architecture names, from context to
 * context, with the component-level flows that realise it.
 */
export interface CompanyFlow {
  id: string;
  kind: 'call' | 'event';
  title: string;
  /** System name, or `*` for every bounded context. */
  from: string;
  /** System name, or `*`. */
  to?: string;
  /** External resources at the far end. */
  external: string[];
  /** Ids of `CallFlow` or `EventFlow`. */
  realisedBy: string[];
}
