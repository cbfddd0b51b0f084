/**
 * Fields of a payload: name to `type description`. A name that ends in `?` is
 * optional; a type that ends in `[]` is a list; a capitalised type names another
 * schema; `enum(a|b)` lists its values. The scalar types are in `FieldType`.
 *
 * @example `{ orderId: 'uuid The order', 'note?': 'string What the shopper wrote' }`
 */
export type Fields = Record<string, string>;

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One operation of a REST contract. */
export interface RestOperation {
  id: string;
  method: HttpMethod;
  /** Below the base path, for example `/{orderId}/status`. */
  path: string;
  summary: string;
  query?: Fields;
  /** Name of the schema of the request body. */
  body?: string;
  /** Name of the schema of the answer, `Name[]` for a list. */
  returns?: string;
  /** Status of success; 200, or 204 without an answer. */
  status?: number;
  /** Status codes of expected failures, besides 401 and 503. */
  errors?: number[];
  /** True when no token is needed. */
  open?: boolean;
}

/** A REST interface of a component. */
export interface RestContract {
  /** Name of the API entity, for example `orders-api`. */
  name: string;
  title: string;
  description: string;
  /** Component name. */
  provider: string;
  version: string;
  /** Published contracts are reachable through the API gateway. */
  published: boolean;
  basePath: string;
  /** Type of each path parameter; `uuid` when not named. */
  parameters?: Fields;
  operations: RestOperation[];
  /** Contracts whose operations this one republishes. */
  includes?: string[];
  schemas: Record<string, Fields>;
}

/** A GraphQL interface of a component. */
export interface GraphqlContract {
  name: string;
  title: string;
  description: string;
  provider: string;
  /** Schema definition language. */
  sdl: string;
}

/** An event type on a topic. */
export interface EventType {
  name: string;
  summary: string;
  /** Component that publishes it. */
  producer: string;
  fields: Fields;
}

/** A Kafka topic with the events that it carries. */
export interface EventTopic {
  /** Kafka name, also of the Resource and the API, for example `order.events`. */
  name: string;
  title: string;
  description: string;
  system: string;
  /** Team name. */
  owner: string;
  /** Field that the topic is partitioned by. */
  key: string;
  keyType: 'uuid' | 'sku';
  partitions: number;
  /** Holds personal data, so that a tombstone must be able to erase it. */
  personalData: boolean;
  events: EventType[];
  /** Schemas that the events share. */
  schemas: Record<string, Fields>;
  deadLetterTopic: string;
}
