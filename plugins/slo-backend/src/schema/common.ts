import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Text that every database can keep: PostgreSQL refuses NUL. */
export function text(min: number, max: number) {
  return z
    .string({ error: 'must be a text' })
    .min(min, `must have at least ${min} characters`)
    .max(max, `must have at most ${max} characters`)
    .refine(value => !value.includes('\0'), 'must not hold a NUL character');
}

/** An entity ref of one of some kinds, made full and lower case. */
export function entityRef(kinds: string[]) {
  const [fallbackKind] = kinds;
  const advice = `must be the entity ref of a ${kinds.join(
    ' or ',
  )}, such as '${fallbackKind}:default/orders'`;
  return z
    .string({ error: advice })
    .max(300, advice)
    .transform((value, context) => {
      try {
        const ref = parseEntityRef(value, {
          defaultKind: fallbackKind,
          defaultNamespace: 'default',
        });
        if (kinds.includes(ref.kind.toLowerCase()) && !value.includes('\0')) {
          return stringifyEntityRef(ref);
        }
      } catch {
        // Told below, like a wrong kind.
      }
      context.addIssue({ code: 'custom', message: advice });
      return z.NEVER;
    });
}

/** A whole number in a query string. */
export function wholeNumber(min: number, max: number) {
  const advice = `must be a whole number from ${min} to ${max}`;
  return z
    .string({ error: advice })
    .regex(/^\d{1,12}$/, advice)
    .transform(Number)
    .pipe(z.number().int().min(min, advice).max(max, advice));
}

/**
 * Reads what came over the wire.
 *
 * @param what - `parameters` or `body`, for the message
 * @throws InputError naming every field that is wrong
 */
export function parse<T>(
  schema: z.ZodType<T> & { shape?: Record<string, unknown> },
  value: unknown,
  what: 'parameters' | 'body' = 'parameters',
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues.map(issue =>
    issue.code === 'unrecognized_keys'
      ? `'${issue.keys.join("', '")}' is unknown; there are ${Object.keys(
          schema.shape ?? {},
        ).join(', ')}`
      : `'${issue.path.join('.')}' ${issue.message}`,
  );
  throw new InputError(`Wrong ${what}: ${problems.join('; ')}.`);
}
