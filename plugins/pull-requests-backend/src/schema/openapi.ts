import { z } from 'zod';
import { pageSchema } from './answer';
import { querySchema } from './query';

function toJsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

const errors = {
  '400': 'A parameter is wrong; the message names it',
  '401': 'Nobody is signed in',
  '403': 'The permission `pull-requests.read` is missing',
};

function describeError(description: string) {
  return {
    description,
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' } },
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
  return {
    openapi: '3.1.0',
    info: {
      title: 'pull-requests',
      version,
      description: 'Open pull requests of the components in the catalog.',
    },
    servers: [{ url: '/api/pull-requests' }],
    security: [{ bearer: [] }],
    paths: {
      '/v1/pull-requests': {
        get: {
          operationId: 'listPullRequests',
          summary: 'Lists open pull requests, most urgent first',
          parameters: Object.entries(querySchema.shape).map(
            ([name, schema]) => ({
              name,
              in: 'query',
              required: false,
              description: schema.meta()?.description,
              schema: toJsonSchema(schema),
            }),
          ),
          responses: {
            '200': {
              description: 'One page of pull requests',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/PullRequestPage' },
                },
              },
            },
            ...Object.fromEntries(
              Object.entries(errors).map(([status, description]) => [
                status,
                describeError(description),
              ]),
            ),
          },
        },
      },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        PullRequestPage: toJsonSchema(pageSchema),
        Error: toJsonSchema(
          z.object({
            error: z.object({ name: z.string(), message: z.string() }),
          }),
        ),
      },
    },
  };
}
