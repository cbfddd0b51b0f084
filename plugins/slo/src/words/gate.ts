import type { Exemption, GateAnswer } from '@arctiq/plugin-slo-common';

/** Causes that the error budget policy accepts, in the order of the form. */
export const causes: ReadonlyArray<{ id: Exemption['cause']; label: string }> =
  [
    { id: 'p0-fix', label: 'Fix of a P0' },
    { id: 'security-fix', label: 'Security fix' },
    {
      id: 'company-wide-outage',
      label: 'Company-wide outage spent the budget',
    },
    { id: 'dependency-frozen', label: 'A frozen dependency spent the budget' },
    { id: 'out-of-scope-users', label: 'Out-of-scope users spent the budget' },
    { id: 'miscategorised-errors', label: 'Errors were miscategorised' },
    { id: 'other', label: 'Another cause' },
  ];

/**
 * The answer of the gate as a sentence.
 *
 * @param answer - with its reasons
 */
export function describeGate(
  answer: Pick<GateAnswer, 'decision' | 'environment' | 'exemption'>,
): string {
  const to = `to ${answer.environment}`;
  switch (answer.decision) {
    case 'allow':
      return `You may ship ${to}.`;
    case 'caution':
      return answer.exemption
        ? `Frozen, but an exemption lets you ship ${to}.`
        : `You may ship ${to} with care.`;
    case 'freeze':
      return `Nothing ships ${to} now.`;
    default:
      return `The gate does not know enough to let anything ship ${to}.`;
  }
}
