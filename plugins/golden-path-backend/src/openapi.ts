import { z } from 'zod';
import {
  checkAnswer,
  checkRequest,
  nameAnswer,
  nameParams,
  ownersAnswer,
  unregisterAnswer,
  unregisterRequest,
} from './schema';

function json(schema: z.ZodType) {
  return {
    content: {
      'application/json': {
        schema: z.toJSONSchema(schema, { target: 'draft-2020-12' }),
      },
    },
  };
}

const ERRORS = {
  '400': { description: 'The request is malformed; the message says where' },
  '401': { description: 'No or no valid Backstage token' },
  '403': { description: 'The caller may not do this; the message says why' },
};

/** The OpenAPI 3.1 document, made from the schemas that check the requests. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'golden-path',
    version: '1',
    description: 'Checks of service creations, and removal from the catalog',
  },
  security: [{ backstageToken: [] }],
  components: {
    securitySchemes: {
      backstageToken: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
      },
    },
  },
  paths: {
    '/v1/names/{name}': {
      get: {
        operationId: 'checkName',
        summary: 'Whether a service name is right in form and free',
        parameters: [
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: z.toJSONSchema(nameParams.shape.name),
          },
        ],
        responses: {
          '200': { description: 'The answer', ...json(nameAnswer) },
          ...ERRORS,
        },
      },
    },
    '/v1/owners': {
      get: {
        operationId: 'listOwners',
        summary: 'Groups that can own a service, as the caller may use them',
        responses: {
          '200': { description: 'The answer', ...json(ownersAnswer) },
          ...ERRORS,
        },
      },
    },
    '/v1/check': {
      post: {
        operationId: 'checkCreation',
        summary: 'Whether a whole creation would be accepted',
        requestBody: { required: true, ...json(checkRequest) },
        responses: {
          '200': { description: 'The answer', ...json(checkAnswer) },
          ...ERRORS,
        },
      },
    },
    '/v1/unregister': {
      post: {
        operationId: 'unregister',
        summary: "Takes a component's registration out of the catalog",
        requestBody: { required: true, ...json(unregisterRequest) },
        responses: {
          '200': { description: 'It is removed', ...json(unregisterAnswer) },
          ...ERRORS,
          '404': { description: 'There is no such entity' },
          '409': {
            description:
              'The entity comes from a configured source; the message names it',
          },
        },
      },
    },
  },
} as const;
