import type { BurnAlert, ShorthandDuration } from '../../types';
import { checkThreshold } from '../alertThreshold';
import { minutesOf, parseShorthand } from '../duration';
import { itemsOf, type Located } from '../yaml/Located';
import type { Registry } from './Registry';
import type {
  ConditionSpec,
  ConditionUse,
  PolicySpec,
  PolicyUse,
  SloSpec,
} from './schema';

interface Named<T> {
  name: string;
  spec: Located<T>;
}

type Condition = ConditionSpec['condition'];

function findPolicy(
  use: Located<PolicyUse>,
  registry: Registry,
): Named<PolicySpec> | undefined {
  const reference = use.optional('alertPolicyRef');
  const inline = use.optional('spec');
  if (Boolean(reference) === Boolean(inline)) {
    return use.error(
      'must be either alertPolicyRef with a name, or an AlertPolicy with metadata and spec',
    );
  }
  if (reference) {
    const document = registry.resolve('AlertPolicy', reference);
    return document && { name: reference.value, spec: document.at('spec') };
  }
  return inline && { name: use.value.metadata?.name ?? 'inline', spec: inline };
}

function findCondition(
  use: Located<ConditionUse>,
  registry: Registry,
): Located<ConditionSpec> | undefined {
  const reference = use.optional('conditionRef');
  const inline = use.optional('spec');
  if (Boolean(reference) === Boolean(inline)) {
    return use.error(
      'must be either conditionRef with a name, or an AlertCondition with metadata and spec',
    );
  }
  return reference
    ? registry.resolve('AlertCondition', reference)?.at('spec')
    : inline;
}

function readLookback(
  condition: Located<Condition>,
): ShorthandDuration | undefined {
  const field = condition.at('lookbackWindow');
  const lookback = parseShorthand(field.value);
  if (
    !lookback ||
    !['m', 'h', 'd', 'w'].includes(lookback.unit) ||
    minutesOf(lookback) % 5 !== 0
  ) {
    return field.error(
      `"${field.value}" is no look-back: write a multiple of 5m, for example 1h`,
    );
  }
  return lookback;
}

function readAfter(
  condition: Located<Condition>,
): ShorthandDuration | undefined {
  const field = condition.optional('alertAfter');
  if (!field || /^0[mhdw]$/.test(field.value)) {
    return { value: 0, unit: 'm' };
  }
  const after = parseShorthand(field.value);
  return after && ['m', 'h', 'd', 'w'].includes(after.unit)
    ? after
    : field.error(`"${field.value}" is no duration: write for example 5m`);
}

function readAlert(
  { name, spec }: Named<PolicySpec>,
  registry: Registry,
  maximum: number,
): BurnAlert | undefined {
  const conditions = itemsOf(spec.at('conditions'));
  if (conditions.length !== 1) {
    return spec
      .at('conditions')
      .error(
        `must have exactly one condition (OpenSLO v1), and has ${conditions.length}: write a policy for each`,
      );
  }
  const found = findCondition(conditions[0], registry);
  if (!found) {
    return undefined;
  }
  const condition = found.at('condition');
  const { op = 'gte' } = condition.value;
  const lookback = readLookback(condition);
  const alertAfter = readAfter(condition);
  const fine = checkThreshold(condition.at('threshold'), op, maximum);
  if (!lookback || !alertAfter || !fine) {
    return undefined;
  }
  if (op === 'lt' || op === 'lte') {
    condition
      .at('op')
      .warning(
        `With ${op} the alert fires while the budget burns slowly. For "burns too fast" write gte.`,
      );
  }
  const { severity } = found.value;
  const { threshold } = condition.value;
  return { name, severity, op, threshold, lookback, alertAfter };
}

/**
 * Reads the alert policies of an SLO.
 *
 * @param maximum - the fastest possible burn rate of the SLO
 * @returns undefined when one of them is not valid
 */
export function readAlerts(
  spec: Located<SloSpec>,
  registry: Registry,
  maximum: number,
): BurnAlert[] | undefined {
  const uses = spec.optional('alertPolicies');
  const alerts: BurnAlert[] = [];
  let valid = true;
  for (const use of uses ? itemsOf(uses) : []) {
    const policy = findPolicy(use, registry);
    const alert = policy && readAlert(policy, registry, maximum);
    if (!alert) {
      valid = false;
      use.error('This alert policy cannot be used, for the reason given there');
    } else if (policy.spec.value.alertWhenBreaching !== false) {
      alerts.push(alert);
    }
  }
  return valid ? alerts : undefined;
}
