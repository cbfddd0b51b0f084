import { fieldSchema, objectSchema, typeSchema } from './jsonSchema';

describe('fields of contracts', () => {
  it.each([
    [
      'uuid The order',
      { type: 'string', format: 'uuid', description: 'The order' },
    ],
    ['integer', { type: 'integer' }],
    [
      'enum(a|b-c) One of two',
      { type: 'string', enum: ['a', 'b-c'], description: 'One of two' },
    ],
    [
      'Order The order',
      { $ref: '#/components/schemas/Order', description: 'The order' },
    ],
    [
      'Order[] All',
      {
        type: 'array',
        items: { $ref: '#/components/schemas/Order' },
        description: 'All',
      },
    ],
  ])('%s', (field, schema) => {
    expect(fieldSchema(field)).toEqual(schema);
  });

  it('requires what is not marked as optional', () => {
    expect(objectSchema({ a: 'uuid', 'b?': 'string' })).toEqual({
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'string', format: 'uuid' },
        b: { type: 'string' },
      },
    });
  });

  it('lets a schema stand for a type', () => {
    expect(objectSchema({ '=': 'enum(on|off)' })).toEqual({
      type: 'string',
      enum: ['on', 'off'],
    });
  });

  it.each(['uid', ''])(
    'refuses the type "%s" and says which there are',
    type => {
      expect(() => typeSchema(type)).toThrow(
        /do not know the type.*uuid.*enum/,
      );
    },
  );
});
