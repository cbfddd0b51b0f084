import {
  type CompanyModel,
  type EventTopic,
  type EventType,
  SERVICE_DEFAULTS,
  type Team,
} from '../../model';
import {
  componentSchemas,
  fieldSchema,
  type JsonSchema,
  objectSchema,
} from './jsonSchema';

const CONTENT_TYPE = 'application/cloudevents+json';
const REPLICAS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** CloudEvents type: reverse domain, aggregate, event, major version. */
function cloudEventType(topic: EventTopic, event: EventType): string {
  return `example.arctiq.${topic.name.split('.')[0]}.${event.name}.v1`;
}

function envelope(topic: EventTopic, event: EventType): JsonSchema {
  return {
    type: 'object',
    description: `CloudEvents 1.0 envelope of ${event.name}`,
    required: [
      'specversion',
      'id',
      'source',
      'type',
      'subject',
      'time',
      'data',
    ],
    properties: {
      specversion: { type: 'string', const: '1.0' },
      id: {
        type: 'string',
        format: 'uuid',
        description: 'Consumers drop what they have seen',
      },
      source: {
        type: 'string',
        format: 'uri-reference',
        const: `/${event.producer}`,
      },
      type: { type: 'string', const: cloudEventType(topic, event) },
      subject: {
        type: 'string',
        description: `The ${topic.key}, also the key of the message`,
      },
      time: {
        type: 'string',
        format: 'date-time',
        description: 'When it happened',
      },
      datacontenttype: { type: 'string', const: 'application/json' },
      traceparent: {
        type: 'string',
        description: 'W3C trace context of the cause',
      },
      data: { $ref: `#/components/schemas/${event.name}` },
    },
  };
}

function message(topic: EventTopic, event: EventType): JsonSchema {
  return {
    name: event.name,
    title: event.name,
    summary: event.summary,
    contentType: CONTENT_TYPE,
    payload: { $ref: `#/components/schemas/${event.name}Event` },
    bindings: {
      kafka: {
        key: { ...fieldSchema(topic.keyType), description: `The ${topic.key}` },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function channel(topic: EventTopic): JsonSchema {
  return {
    address: topic.name,
    title: topic.title,
    description: `${topic.description} Order holds per ${topic.key}. What fails three times goes to ${topic.deadLetterTopic}.`,
    messages: Object.fromEntries(
      topic.events.map(event => [
        event.name,
        { $ref: `#/components/messages/${event.name}` },
      ]),
    ),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        replicas: REPLICAS,
        topicConfiguration: {
          // Compaction lets a tombstone erase what is personal.
          'cleanup.policy': topic.personalData
            ? ['compact', 'delete']
            : ['delete'],
          'retention.ms': SERVICE_DEFAULTS.kafka.retentionDays * DAY_MS,
        },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function operation(
  channelId: string,
  event: EventType,
  consumers: string[],
): JsonSchema {
  return {
    action: 'send',
    title: `${event.producer} publishes ${event.name}`,
    summary: event.summary,
    description:
      consumers.length > 0
        ? `Acted upon by ${consumers.join(', ')}.`
        : 'Nobody acts upon it yet.',
    channel: { $ref: `#/channels/${channelId}` },
    messages: [{ $ref: `#/channels/${channelId}/messages/${event.name}` }],
  };
}

/** Writes the AsyncAPI 3.0 document of a topic. */
export function asyncApiDocument(
  model: CompanyModel,
  topic: EventTopic,
  team: Team,
): JsonSchema {
  const channelId = `${topic.name.split('.')[0]}Events`;
  const consumersOf = (event: EventType) =>
    model.events
      .filter(flow => flow.topic === topic.name && flow.event === event.name)
      .map(flow => flow.consumer);
  const payloads = topic.events.flatMap(event => [
    [event.name, objectSchema(event.fields)] as const,
    [`${event.name}Event`, envelope(topic, event)] as const,
  ]);
  return {
    asyncapi: '3.0.0',
    id: `urn:example:arctiq:topic:${topic.name}`,
    info: {
      title: topic.title,
      version: '1.0.0',
      description: `${topic.description} Schemas change only so that old readers go on (backward compatible).`,
      contact: { name: team.title, email: team.email },
    },
    defaultContentType: CONTENT_TYPE,
    servers: Object.fromEntries(
      ['us-east-1', 'eu-west-1'].map(region => [
        region,
        {
          host: `kafka.${region}.arctiq.example:9094`,
          protocol: 'kafka-secure',
          description: `MSK in ${region}`,
          security: [{ $ref: '#/components/securitySchemes/mtls' }],
        },
      ]),
    ),
    channels: { [channelId]: channel(topic) },
    operations: Object.fromEntries(
      topic.events.map(event => [
        `publish${event.name}`,
        operation(channelId, event, consumersOf(event)),
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        topic.events.map(event => [event.name, message(topic, event)]),
      ),
      schemas: {
        ...componentSchemas(topic.schemas),
        ...Object.fromEntries(payloads),
      },
      securitySchemes: {
        mtls: { type: 'X509', description: 'Certificate of the workload' },
      },
    },
  };
}
