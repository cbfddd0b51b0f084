import { z } from 'zod';
import { type RouteDescription, routes } from './routes';

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'input') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

const ERRORS = {
  '400': 'A parameter or the body is wrong; the message names the field',
  '401': 'Nobody is signed in',
  '403': 'A permission is missing; the message names it',
  '404':
    'There is no such SLO, component or record; the message says what to do',
  '409': 'The record was revoked before',
};

function parametersOf(
  schema: z.ZodObject | undefined,
  place: 'path' | 'query',
) {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const type = field as z.ZodType;
    return {
      name,
      in: place,
      required: place === 'path' || !type.safeParse(undefined).success,
      description: type.meta()?.description,
      schema: toJsonSchema(type),
    };
  });
}

function contentOf({ answer }: RouteDescription) {
  return answer
    ? {
        'application/json': {
          schema: { $ref: `#/components/schemas/${answer.name}` },
        },
      }
    : { 'application/yaml': { schema: { type: 'string' } } };
}

function describeRoute(route: RouteDescription) {
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: `Needs the permission \`${route.permission}\`.`,
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
    ],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toJsonSchema(route.body) } },
      },
    }),
    responses: {
      [route.status]: { description: route.summary, content: contentOf(route) },
      ...Object.fromEntries(
        Object.entries(ERRORS).map(([status, description]) => [
          status,
          {
            description,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
        ]),
      ),
    },
  };
}

/**
 * The OpenAPI 3.1 document of the API, made from the very schemas that check
 * requests, so that the two cannot differ.
 *
 * @param version - version of the package
 */
export function createOpenApiDocument(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: describeRoute(route),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'slo',
      version,
      description:
        'Service level objectives, their error budgets, and the promotion gate.',
    },
    servers: [{ url: '/api/slo' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...Object.fromEntries(
          routes.flatMap(({ answer }) =>
            answer
              ? [[answer.name, toJsonSchema(answer.schema, 'output')]]
              : [],
          ),
        ),
        Error: toJsonSchema(
          z.object({
            error: z.object({ name: z.string(), message: z.string() }),
          }),
        ),
      },
    },
  };
}
