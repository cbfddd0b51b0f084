import { sloGateAskPermission } from '@arctiq/plugin-slo-common';
import { parse } from '../schema/common';
import { gateQuery } from '../schema/requests';
import type { ActionOptions } from './registerActions';

/** Registers the action that asks promotion gate 4. It decides nothing for anybody: it only reads. */
export function createAskPromotionGateAction({
  actionsRegistry,
  services,
}: ActionOptions): void {
  const { access, gate } = services;
  actionsRegistry.register({
    name: 'ask-promotion-gate',
    title: 'Ask the promotion gate',
    description:
      'Says whether the error budgets of a component let it be promoted to an environment, with a reason ' +
      'for each SLO. Decisions: allow, caution (ship fixes only), freeze (do not ship), and unknown, ' +
      'which never means allow.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe('Entity ref of a component'),
          environment: z.string().optional().describe('prod when absent'),
        }),
      output: z =>
        z.object({
          decision: z.enum(['allow', 'caution', 'freeze', 'unknown']),
          entityRef: z.string(),
          environment: z.string(),
          budgetRemaining: z.number().optional(),
          policy: z.string().optional(),
          reasons: z.array(z.string()),
          exemption: z.string().optional(),
          asOf: z.string().optional(),
        }),
    },
    attributes: { readOnly: true, idempotent: true },
    visibilityPermission: sloGateAskPermission,
    async action({ input, credentials }) {
      access.requireKnownCaller(credentials);
      await access.require(credentials, { permission: sloGateAskPermission });
      const { policy, reasons, exemption, ...answer } = await gate.ask(
        parse(gateQuery, input),
        credentials,
        access.nameOf(credentials),
      );
      return {
        output: {
          ...answer,
          policy: policy && `${policy.name}: ${policy.action}`,
          reasons: reasons.map(({ message }) => message),
          exemption:
            exemption &&
            `Granted by ${exemption.grantedBy} until ${exemption.expiresAt}: ${exemption.reason}`,
        },
      };
    },
  });
}
