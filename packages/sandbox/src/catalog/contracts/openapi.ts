import type {
  CompanyModel,
  Component,
  RestContract,
  RestOperation,
  Team,
} from '../../model';
import { serviceUrl } from '../addresses';
import {
  componentSchemas,
  fieldSchema,
  type JsonSchema,
  typeSchema,
} from './jsonSchema';
import {
  errorResponse,
  HEALTH,
  PROBLEM,
  SECURITY_SCHEMES,
} from './openapiParts';

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: Record<string, unknown>;
  servers: { url: string; description: string }[];
  tags: { name: string; description: string }[];
  security: Record<string, string[]>[];
  paths: Record<string, Record<string, unknown>>;
  components: Record<string, Record<string, unknown>>;
}

/** Where published contracts are reached from outside. */
export const GATEWAY_URL = 'https://api.arctiq.example';

function parameters(
  contract: RestContract,
  operation: RestOperation,
): JsonSchema[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    ...describe(contract.parameters?.[name] ?? 'uuid'),
  }));
  const inQuery = Object.entries(operation.query ?? {}).map(([key, field]) => ({
    name: key.replace(/\?$/, ''),
    in: 'query',
    required: !key.endsWith('?'),
    ...describe(field),
  }));
  return [...inPath, ...inQuery];
}

function describe(field: string): JsonSchema {
  const { description, ...schema } = fieldSchema(field);
  return description ? { description, schema } : { schema };
}

function jsonContent(type: string): JsonSchema {
  return { 'application/json': { schema: typeSchema(type) } };
}

function operationObject(
  contract: RestContract,
  operation: RestOperation,
): JsonSchema {
  const { body, returns } = operation;
  const status = operation.status ?? (returns ? 200 : 204);
  const errors = [
    ...(operation.errors ?? []),
    ...(operation.open ? [] : [401]),
    503,
  ];
  const params = parameters(contract, operation);
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [contract.title],
    ...(operation.open && { security: [] }),
    ...(params.length > 0 && { parameters: params }),
    ...(body && {
      requestBody: { required: true, content: jsonContent(body) },
    }),
    responses: {
      [status]: {
        description: returns ? 'Done' : 'Done, nothing to say',
        ...(returns && { content: jsonContent(returns) }),
      },
      ...Object.fromEntries(
        errors.sort((a, b) => a - b).map(code => [code, errorResponse(code)]),
      ),
    },
  };
}

function pathsOf(
  contract: RestContract,
): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of contract.operations) {
    const path = `${contract.basePath}${operation.path}`;
    paths[path] = {
      ...paths[path],
      [operation.method]: operationObject(contract, operation),
    };
  }
  return paths;
}

function servers(contract: RestContract, provider: Component) {
  const inside = {
    url: serviceUrl(provider),
    description: 'Inside the cluster',
  };
  const outside = { url: GATEWAY_URL, description: 'Through the API gateway' };
  return contract.published ? [outside, inside] : [inside];
}

/**
 * Writes the OpenAPI document of a REST contract.
 *
 * @throws Error when two included contracts disagree about a schema's name
 */
export function openApiDocument(
  model: CompanyModel,
  contract: RestContract,
  provider: Component,
  team: Team,
): OpenApiDocument {
  const parts = [
    contract,
    ...model.restContracts.filter(c => contract.includes?.includes(c.name)),
  ];
  const schemas: Record<string, unknown> = { Problem: PROBLEM };
  for (const part of parts) {
    const own = componentSchemas(part.schemas);
    const clash = Object.keys(part.schemas).find(name => name in schemas);
    if (clash) {
      throw new Error(
        `${contract.name} includes two schemas named ${clash}; rename the one of ${part.name}`,
      );
    }
    Object.assign(schemas, own);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: contract.title,
      version: contract.version,
      description: contract.description,
      contact: { name: team.title, email: team.email },
    },
    servers: servers(contract, provider),
    tags: parts
      .filter(part => part.operations.length > 0)
      .map(part => ({ name: part.title, description: part.description })),
    security: [{ bearer: [] }],
    paths: { '/health': HEALTH, ...Object.assign({}, ...parts.map(pathsOf)) },
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  };
}
