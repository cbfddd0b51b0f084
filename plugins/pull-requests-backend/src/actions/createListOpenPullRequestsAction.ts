import { pullRequestsReadPermission } from '@arctiq/plugin-pull-requests-common';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseQuery } from '../schema/query';
import { PullRequestService } from '../service/PullRequestService';

/**
 * Registers the action that lists open pull requests for coding assistants. It
 * only reads, and shows what the person who asks may see.
 */
export function createListOpenPullRequestsAction(options: {
  actionsRegistry: ActionsRegistryService;
  service: PullRequestService;
}): void {
  const { actionsRegistry, service } = options;
  actionsRegistry.register({
    name: 'list-open-pull-requests',
    title: 'List open pull requests',
    description:
      'Lists open pull requests of the components in the catalog: those that wait for a review of the ' +
      'person who asks come first, then those that they wrote, then those of their teams, each oldest first. ' +
      'All filters must hold. Look at quality, asOf and reason before calling an answer complete: ' +
      'quality "not-measured" means that nothing is known, not that nothing is open.',
    schema: {
      input: z =>
        z.object({
          owner: z
            .string()
            .optional()
            .describe('"me", or the entity ref of a group or user who owns it'),
          entityRef: z
            .string()
            .optional()
            .describe('Entity ref of a component'),
          author: z.literal('me').optional().describe('Written by the person'),
          reviewer: z
            .literal('me')
            .optional()
            .describe('Waiting for a review of the person or their team'),
          involves: z
            .literal('me')
            .optional()
            .describe('To review, written, or owned by the person'),
          limit: z.number().int().min(1).max(100).optional(),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the page before'),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              repository: z.string(),
              number: z.number(),
              title: z.string(),
              url: z.string(),
              author: z.string(),
              draft: z.boolean(),
              attention: z
                .enum(['needs-your-review', 'yours', 'your-team'])
                .optional(),
              requestedReviewers: z.array(z.string()),
              requestedTeams: z.array(z.string()),
              components: z.array(z.string()),
              createdAt: z.string(),
              updatedAt: z.string(),
            }),
          ),
          totalItems: z.number(),
          nextCursor: z.string().optional(),
          asOf: z.string().optional(),
          quality: z.enum(['complete', 'partial', 'not-measured']),
          reason: z.string().optional(),
        }),
    },
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: pullRequestsReadPermission,
    async action({ input, credentials }) {
      const { limit, ...filters } = input;
      const query = parseQuery({
        ...filters,
        limit: limit === undefined ? undefined : String(limit),
      });
      const { items, pageInfo, ...page } = await service.list(
        query,
        credentials,
      );
      return {
        output: {
          ...page,
          nextCursor: pageInfo.nextCursor,
          items: items.map(item => ({
            repository: item.repository,
            number: item.number,
            title: item.title,
            url: item.url,
            author: item.author.login,
            draft: item.draft,
            attention: item.attention,
            requestedReviewers: item.requestedReviewers,
            requestedTeams: item.requestedTeams,
            components: item.components.map(({ entityRef }) => entityRef),
            createdAt: item.createdAt,
            updatedAt: item.updatedAt,
          })),
        },
      };
    },
  });
}
