import { SERVICE_DEFAULTS } from '../../model';

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The request is malformed; errors say where',
  401: 'The token is missing, unknown or out of date',
  402: 'The payment was refused',
  403: 'The token does not allow this',
  404: 'There is no such thing, or the caller may not know of it',
  409: 'The state does not allow this, or it was done before',
  410: 'It was there once and has lapsed',
  422: 'The request is well formed and cannot be fulfilled',
  423: 'The account is locked',
  429: 'Too many requests; see Retry-After',
  503: 'A dependency is away; try again after Retry-After',
};

/**
 * The answer to a failed request.
 *
 * @throws Error when the status code has no meaning in this company's APIs
 */
export function errorResponse(status: number): Record<string, unknown> {
  const description = MEANINGS[status];
  if (!description) {
    throw new Error(
      `Status ${status} has no agreed meaning; add it to the list of meanings or use another`,
    );
  }
  return {
    description,
    ...([429, 503].includes(status) && {
      headers: {
        'Retry-After': {
          description: 'Seconds to wait',
          schema: { type: 'integer' },
        },
      },
    }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
      },
    },
  };
}

/** Error body, RFC 9457. */
export const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string', description: 'What went wrong' },
    status: { type: 'integer', description: 'Status code' },
    detail: { type: 'string', description: 'Why, and what to do' },
    traceId: { type: 'string', description: 'To find the request in Tempo' },
  },
};

/** How callers prove who they are. */
export const SECURITY_SCHEMES = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Token of the session service',
  },
};

/** Liveness and readiness, the same for all services. */
export const HEALTH = {
  get: {
    operationId: 'health',
    summary: 'Whether the service can do its work',
    description: `Answers within ${SERVICE_DEFAULTS.timeouts.health} seconds.`,
    security: [],
    responses: {
      200: {
        description: 'It can',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['status'],
              properties: { status: { const: 'ok' } },
            },
          },
        },
      },
      503: errorResponse(503),
    },
  },
};
