import { sloReadPermission } from '@arctiq/plugin-slo-common';
import { describeSummary, summaryOutput } from './describeSummary';
import type { ActionOptions } from './registerActions';

/** Registers the action that tells about one SLO. It only reads. */
export function createGetSloAction({
  actionsRegistry,
  services,
}: ActionOptions): void {
  const { access, details } = services;
  actionsRegistry.register({
    name: 'get-slo',
    title: 'Get an SLO',
    description:
      'Tells all about one service level objective: what is left of its budget and the arithmetic in ' +
      'sentences, burn rates, what deploys and incidents spent (as shares of the budget), the step of the ' +
      'error budget policy, and where the figures come from.',
    schema: {
      input: z =>
        z.object({
          id: z
            .string()
            .max(200)
            .describe(
              '<namespace>/<component>/<name>, as list-burning-slos has it',
            ),
        }),
      output: z =>
        summaryOutput(z).extend({
          description: z.string().optional(),
          arithmetic: z.array(z.string()),
          burn: z.array(
            z.object({ lookback: z.string(), rate: z.number().optional() }),
          ),
          policy: z.string(),
          events: z.array(
            z.object({
              kind: z.string(),
              title: z.string(),
              url: z.string().optional(),
              start: z.string(),
              spent: z.number().optional(),
              needsPostmortem: z.boolean(),
            }),
          ),
          queries: z.array(z.string()),
          warnings: z.array(z.string()),
          runbookUrl: z.string().optional(),
          file: z.string(),
        }),
    },
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: sloReadPermission,
    async action({ input, credentials }) {
      await access.require(credentials, { permission: sloReadPermission });
      const stored = await details.find(input.id.toLowerCase());
      const slo = await details.detail(stored);
      const { definition, policy, provenance } = slo;
      return {
        output: {
          ...describeSummary(slo),
          description: definition.description,
          arithmetic: provenance.flatMap(({ arithmetic }) => arithmetic),
          burn: slo.status.burn.map(({ lookback, rate }) => ({
            lookback,
            rate,
          })),
          policy: `${policy.step.name}: ${policy.step.action}`,
          events: slo.events.slice(0, 20).map(({ event, ...spend }) => ({
            kind: event.kind,
            title: event.title,
            url: event.url,
            start: new Date(event.start * 1000).toISOString(),
            spent: spend.spent,
            needsPostmortem: spend.needsPostmortem,
          })),
          queries: provenance.flatMap(({ queries }) =>
            queries.map(({ role, promql }) => `${role}: ${promql}`),
          ),
          warnings: provenance.flatMap(({ warnings }) => warnings),
          runbookUrl: definition.runbookUrl,
          file: `${definition.source.file}:${definition.source.line}`,
        },
      };
    },
  });
}
