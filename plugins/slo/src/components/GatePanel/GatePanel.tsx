import type { GateAnswer } from '@arctiq/plugin-slo-common';
import { Age, formatBudget, GateBadge, SectionCard } from '@arctiq/ui-kit';
import { useState } from 'react';
import { useRead } from '../../hooks/useRead';
import { describeGate } from '../../words/gate';
import { ReadPanel } from '../ReadPanel';
import { ExemptionBar } from './ExemptionBar';
import styles from './GatePanel.module.css';
import { GateReasons } from './GateReasons';

const environments = ['prod', 'staging'];

function Answer(props: { answer: GateAnswer; onChange: () => void }) {
  const { answer, onChange } = props;
  const { decision, policy, budgetRemaining, asOf } = answer;
  return (
    <div className={styles.answer}>
      <p className={styles.sentence}>
        <GateBadge decision={decision} />{' '}
        <strong>{describeGate(answer)}</strong>
      </p>
      <p className={styles.message}>
        {policy && `${policy.name}: ${policy.action} `}
        {budgetRemaining !== undefined &&
          `The tightest budget has ${formatBudget(budgetRemaining)} left. `}
        {asOf && (
          <>
            Oldest figure used: <Age time={asOf} />.
          </>
        )}
      </p>
      <GateReasons answer={answer} />
      <ExemptionBar answer={answer} onChange={onChange} />
    </div>
  );
}

/** What promotion gate 4 answers for a component, why, and what to do. */
export function GatePanel(props: { entityRef: string }) {
  const { entityRef } = props;
  const [environment, setEnvironment] = useState('prod');
  const read = useRead(
    JSON.stringify(['gate', entityRef, environment]),
    (api, options) => api.gate({ entityRef, environment }, options),
  );
  return (
    <SectionCard
      title="Promotion gate 4: error budget"
      aside={
        <label className={styles.environment}>
          Environment{' '}
          <select
            value={environment}
            onChange={event => setEnvironment(event.target.value)}
          >
            {environments.map(name => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      }
    >
      <ReadPanel read={read} what="The gate">
        {(answer, ready) => <Answer answer={answer} onChange={ready.retry} />}
      </ReadPanel>
    </SectionCard>
  );
}
