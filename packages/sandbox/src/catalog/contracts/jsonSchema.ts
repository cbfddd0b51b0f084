import type { Fields } from '../../model';

/** A JSON Schema, as far as the contracts use it. */
export type JsonSchema = Record<string, unknown>;

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  uuid: { type: 'string', format: 'uuid' },
  string: { type: 'string' },
  password: { type: 'string', format: 'password', minLength: 12 },
  email: { type: 'string', format: 'email' },
  url: { type: 'string', format: 'uri' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  country: { type: 'string', pattern: '^[A-Z]{2}$', examples: ['IE'] },
  locale: {
    type: 'string',
    pattern: '^[a-z]{2}-[A-Z]{2}$',
    examples: ['en-US'],
  },
  sku: {
    type: 'string',
    pattern: '^[A-Z0-9][A-Z0-9-]{2,31}$',
    examples: ['MILK-1L'],
  },
  map: { type: 'object', additionalProperties: { type: 'string' } },
};

/** An amount of money; floating point would lose cents. */
export const MONEY: JsonSchema = {
  type: 'object',
  required: ['amount', 'currency'],
  properties: {
    amount: {
      type: 'string',
      pattern: '^-?\\d+(\\.\\d{1,4})?$',
      description: 'Decimal string',
      examples: ['12.90'],
    },
    currency: {
      type: 'string',
      pattern: '^[A-Z]{3}$',
      description: 'ISO 4217',
      examples: ['EUR'],
    },
  },
};

/**
 * Reads one field of a contract, `type description`.
 *
 * @throws Error when the type is none that contracts know
 */
export function fieldSchema(field: string): JsonSchema {
  const [, type, description = ''] = /^(\S+)(?: (.*))?$/s.exec(field) ?? [];
  if (!type) {
    throw new Error(`A field of a contract is empty; write "type description"`);
  }
  const schema = typeSchema(type);
  return description ? { ...schema, description } : schema;
}

/**
 * The schema of a type, `Name`, `scalar`, `enum(a|b)`, or any of them with `[]`.
 *
 * @throws Error when the type is none that contracts know
 */
export function typeSchema(type: string): JsonSchema {
  if (type.endsWith('[]')) {
    return { type: 'array', items: typeSchema(type.slice(0, -2)) };
  }
  const values = /^enum\((.+)\)$/.exec(type)?.[1];
  if (values) {
    return { type: 'string', enum: values.split('|') };
  }
  if (/^[A-Z]/.test(type)) {
    return { $ref: `#/components/schemas/${type}` };
  }
  const scalar = SCALARS[type];
  if (!scalar) {
    throw new Error(
      `Contracts do not know the type "${type}"; use one of ${Object.keys(
        SCALARS,
      ).join(', ')}, enum(a|b), or the name of a schema`,
    );
  }
  return scalar;
}

/** The schema of an object, or the alias that `{ '=': type }` stands for. */
export function objectSchema(fields: Fields): JsonSchema {
  if (fields['=']) {
    return fieldSchema(fields['=']);
  }
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const name = key.replace(/\?$/, '');
    properties[name] = fieldSchema(field);
    if (name === key) {
      required.push(name);
    }
  }
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties,
  };
}

/** All schemas of a contract, with the money that nearly all of them need. */
export function componentSchemas(
  schemas: Record<string, Fields>,
): Record<string, JsonSchema> {
  return Object.fromEntries([
    ['Money', MONEY],
    ...Object.entries(schemas).map(
      ([name, fields]) => [name, objectSchema(fields)] as const,
    ),
  ]);
}
