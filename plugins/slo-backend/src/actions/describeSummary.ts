import type { SloSummary } from '@arctiq/plugin-slo-common';
import type { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';

/** The zod that the registry hands to actions. */
type RegistryZod = Parameters<
  ActionsRegistryActionOptions<never, never>['schema']['output']
>[0];

/** One SLO, as short as an assistant needs it. */
export function summaryOutput(z: RegistryZod) {
  return z.object({
    id: z.string(),
    entityRef: z.string(),
    displayName: z.string(),
    owner: z.string().optional(),
    target: z.string(),
    state: z.string(),
    remaining: z
      .number()
      .optional()
      .describe('Share of the budget left, signed'),
    burnRate: z.number().optional(),
    endsAt: z.string().optional().describe('When the budget ends at this pace'),
    asOf: z.string().optional(),
    quality: z.string(),
    reasons: z.array(z.string()),
  });
}

/** What {@link summaryOutput} describes. */
export function describeSummary(summary: SloSummary) {
  const { status } = summary;
  const { countdown, watermark } = status;
  return {
    id: summary.id,
    entityRef: summary.entityRef,
    displayName: summary.displayName,
    owner: summary.ownerRef,
    target: summary.target,
    state: status.state,
    remaining: status.remaining,
    burnRate: status.currentBurn,
    endsAt: countdown.kind === 'at' ? toIso(countdown.time) : undefined,
    asOf: watermark === undefined ? undefined : toIso(watermark),
    quality: status.quality,
    reasons: status.reasons,
  };
}

function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
