import { SLO_STATES, type SloState } from '@arctiq/plugin-slo-common';
import { z } from 'zod';
import { SORTS } from '../store/StatusStore';
import { entityRef, text, wholeNumber } from './common';

const states = z
  .string()
  .max(200)
  .transform((value, context): SloState[] => {
    const names = value.split(',').map(name => name.trim());
    const found = SLO_STATES.filter(state => names.includes(state));
    if (found.length !== new Set(names).size) {
      context.addIssue({
        code: 'custom',
        message: `must be of ${SLO_STATES.join(
          ', ',
        )}, several joined by commas`,
      });
      return z.NEVER;
    }
    return found;
  });

const limit = wholeNumber(1, 100)
  .optional()
  .meta({ description: 'Length of a page; 20 when absent.' });
const cursor = z
  .string()
  .min(1, 'must not be empty')
  .max(2000)
  .optional()
  .meta({ description: 'The `pageInfo.nextCursor` of the page before.' });
const owner = entityRef(['group', 'user'])
  .optional()
  .meta({ description: 'Entity ref of the group or user that owns it.' });
const component = entityRef(['component']).meta({
  description: 'Entity ref of a component.',
});
const unixSeconds = wholeNumber(0, 99_999_999_999);
const reason = text(0, 1000).refine(
  value => value.trim().length >= 10,
  'must say why, in at least 10 characters',
);
const moment = z.iso.datetime({
  offset: true,
  error: "must be a time such as '2026-11-21T15:00:00Z'",
});

/** Parameters of the list of SLOs. */
export const listQuery = z.strictObject({
  owner,
  system: entityRef(['system'])
    .optional()
    .meta({ description: 'Entity ref of the system.' }),
  entityRef: component.optional(),
  tier: wholeNumber(1, 99)
    .optional()
    .meta({ description: 'Tier of the component.' }),
  state: states
    .optional()
    .meta({ description: 'States of the budget, several joined by commas.' }),
  q: text(0, 200).optional().meta({
    description:
      'Words in the name of the SLO, its component, owner or system.',
  }),
  mine: z
    .enum(['true', 'false'], { error: "must be 'true' or 'false'" })
    .transform(value => value === 'true')
    .optional()
    .meta({ description: 'Only what the person or their groups own.' }),
  sort: z
    .enum(SORTS, { error: `must be one of ${SORTS.join(', ')}` })
    .optional()
    .meta({ description: 'Order; `burn` (fastest first) when absent.' }),
  limit,
  cursor,
});

/** Place of an SLO in the address. */
export const sloParams = z.strictObject({
  namespace: text(1, 63),
  component: text(1, 63),
  name: text(1, 63),
});

/** Place of a correction in the address. */
export const correctionParams = sloParams.extend({
  id: text(1, 40),
});

/** Place of an exemption in the address. */
export const exemptionParams = z.strictObject({
  id: text(1, 40),
});

/** Parameters of a chart. */
export const rangeQuery = z.strictObject({
  from: unixSeconds.optional().meta({
    description: 'Unix seconds; the start of the window when absent.',
  }),
  to: unixSeconds
    .optional()
    .meta({ description: 'Unix seconds; the last closed slice when absent.' }),
  stepSeconds: wholeNumber(300, 7 * 86_400)
    .optional()
    .meta({ description: 'Seconds of a step, a multiple of 300.' }),
});

/** Parameters of the list of roll-ups. */
export const rollupQuery = z.strictObject({
  by: z
    .enum(['owner', 'system'], { error: "must be 'owner' or 'system'" })
    .meta({
      description: 'What SLOs are put together by.',
    }),
  ref: entityRef(['group', 'system', 'user'])
    .optional()
    .meta({ description: 'Only this group or system.' }),
  limit: wholeNumber(1, 500)
    .optional()
    .meta({ description: 'Length of a page; 100 when absent.' }),
  cursor,
});

/** Parameters of the short answer for cards. */
export const summaryQuery = z
  .strictObject({ entityRef: component.optional(), owner })
  .refine(
    query => (query.entityRef === undefined) !== (query.owner === undefined),
    { error: "needs either 'entityRef' or 'owner'", path: ['entityRef'] },
  );

/** Parameters of the gate. */
export const gateQuery = z.strictObject({
  entityRef: component,
  environment: z
    .string()
    .min(1)
    .max(63)
    .optional()
    .meta({ description: 'Environment to promote to; `prod` when absent.' }),
});

/** Parameters of lists of one component or of all. */
export const componentQuery = z.strictObject({
  entityRef: component.optional(),
});

/** Body of a new correction. */
export const correctionBody = z.strictObject({
  kind: z.enum(['planned-maintenance', 'exclusion'], {
    error: "must be 'planned-maintenance' or 'exclusion'",
  }),
  range: z
    .strictObject({
      from: z.number().int().positive().max(99_999_999_999),
      to: z.number().int().positive().max(99_999_999_999),
    })
    .refine(({ from, to }) => from < to, {
      error: "must have 'from' before 'to'",
    })
    .meta({
      description:
        'Unix seconds, widened to whole slices of 5 minutes; at most 31 days.',
    }),
  reason,
});

/** Body of a revocation. */
export const revocationBody = z.strictObject({ reason });

/** Body that ends an exemption: why may be left out, since nothing is allowed by it. */
export const exemptionRevocationBody = z.strictObject({
  reason: text(0, 1000).optional(),
});

/** Causes of the policy for which a frozen budget may be passed. */
export const EXEMPTION_CAUSES = [
  'company-wide-outage',
  'dependency-frozen',
  'out-of-scope-users',
  'miscategorised-errors',
  'security-fix',
  'p0-fix',
  'other',
] as const;

/** Body of a new exemption. */
export const exemptionBody = z.strictObject({
  entityRef: component,
  environment: text(1, 63).optional(),
  cause: z.enum(EXEMPTION_CAUSES, {
    error: `must be one of ${EXEMPTION_CAUSES.join(', ')}`,
  }),
  reason,
  expiresAt: moment.meta({ description: 'End; at most 30 days ahead.' }),
});
