import { PullRequestQuery } from '@arctiq/plugin-pull-requests-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

function toFullRef(text: string, kinds: string[], fallbackKind: string) {
  const ref = parseEntityRef(text, {
    defaultKind: fallbackKind,
    defaultNamespace: 'default',
  });
  if (!kinds.includes(ref.kind.toLowerCase())) {
    throw new InputError(`its kind is not one of ${kinds.join(', ')}`);
  }
  return stringifyEntityRef(ref);
}

function entityRef(kinds: string[], fallbackKind: string) {
  return z
    .string()
    .max(300)
    .transform((text, context) => {
      try {
        return toFullRef(text, kinds, fallbackKind);
      } catch {
        context.addIssue({
          code: 'custom',
          message: `must be the entity ref of a ${kinds.join(
            ' or ',
          )}, such as '${fallbackKind}:default/orders'`,
        });
        return z.NEVER;
      }
    });
}

const me = z.literal('me', { error: "must be 'me'" });

/** The parameters of the list, as they stand in the address. */
export const querySchema = z.strictObject({
  owner: z
    .union([me, entityRef(['group', 'user'], 'group')], {
      error:
        "must be 'me' or the entity ref of a group or user, such as 'group:default/orders'",
    })
    .optional()
    .meta({
      description:
        'Owner of the component: `me`, or the entity ref of a group or user.',
    }),
  entityRef: entityRef(['component'], 'component')
    .optional()
    .meta({ description: 'Entity ref of the component.' }),
  author: me
    .optional()
    .meta({ description: 'Only those that the person wrote.' }),
  reviewer: me.optional().meta({
    description:
      'Only those that wait for a review of the person or a team of theirs.',
  }),
  involves: me.optional().meta({
    description:
      'Only those that the person has to review, wrote, or whose component they or their team own.',
  }),
  limit: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 1 to 100')
    .transform(Number)
    .pipe(
      z
        .number()
        .int()
        .min(1, 'must be a whole number from 1 to 100')
        .max(100, 'must be a whole number from 1 to 100'),
    )
    .optional()
    .meta({ description: 'Length of a page; 20 when absent.' }),
  cursor: z.string().min(1, 'must not be empty').max(1000).optional().meta({
    description: 'The `pageInfo.nextCursor` of the page before.',
  }),
});

/**
 * Reads the parameters of the list.
 *
 * @param query - the parsed query string
 * @throws InputError naming every parameter that is wrong
 */
export function parseQuery(query: unknown): PullRequestQuery {
  const parsed = querySchema.safeParse(query);
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues.map(issue =>
    issue.code === 'unrecognized_keys'
      ? `'${issue.keys.join(
          "', '",
        )}' is not a parameter; there are ${Object.keys(querySchema.shape).join(
          ', ',
        )}`
      : `'${issue.path.join('.')}' ${issue.message}`,
  );
  throw new InputError(`Wrong parameters: ${problems.join('; ')}.`);
}
