import { SLO_STATES, sloReadPermission } from '@arctiq/plugin-slo-common';
import { parse } from '../schema/common';
import { listQuery } from '../schema/requests';
import { describeSummary, summaryOutput } from './describeSummary';
import type { ActionOptions } from './registerActions';

/** Registers the action that lists SLOs, what burns fastest first. It only reads. */
export function createListBurningSlosAction({
  actionsRegistry,
  services,
}: ActionOptions): void {
  const { access, lists } = services;
  actionsRegistry.register({
    name: 'list-burning-slos',
    title: 'List burning SLOs',
    description:
      'Lists service level objectives, those whose error budget burns fastest now first. ' +
      'burnRate 1 spends the budget exactly over its window. All filters must hold. ' +
      'Look at quality and reason before calling an answer complete: state "no-data" or ' +
      '"not-measured" means that nothing is known, not that all is well.',
    schema: {
      input: z =>
        z.object({
          owner: z
            .string()
            .optional()
            .describe('Entity ref of the group that owns the component'),
          system: z.string().optional().describe('Entity ref of a system'),
          entityRef: z
            .string()
            .optional()
            .describe('Entity ref of a component'),
          state: z
            .enum(SLO_STATES as [string, ...string[]])
            .optional()
            .describe('State of the budget'),
          mine: z
            .boolean()
            .optional()
            .describe('Only what the person or their teams own'),
          limit: z.number().int().min(1).max(100).optional(),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the page before'),
        }),
      output: z =>
        z.object({
          items: z.array(summaryOutput(z)),
          totalItems: z.number(),
          nextCursor: z.string().optional(),
          asOf: z.string().optional(),
          quality: z.string(),
          reason: z.string().optional(),
        }),
    },
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: sloReadPermission,
    async action({ input, credentials }) {
      await access.require(credentials, { permission: sloReadPermission });
      const { limit, mine, ...filters } = input;
      const query = parse(listQuery, {
        ...filters,
        mine: mine === undefined ? undefined : String(mine),
        limit: limit === undefined ? undefined : String(limit),
      });
      const ownership = mine
        ? await access.ownershipOf(credentials)
        : undefined;
      const page = await lists.list(query, ownership);
      return {
        output: {
          items: page.items.map(describeSummary),
          totalItems: page.totalItems,
          nextCursor: page.pageInfo.nextCursor,
          asOf: page.asOf,
          quality: page.quality,
          reason: page.reason,
        },
      };
    },
  });
}
