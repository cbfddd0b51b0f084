import type { SloDetail, SloObjective } from '@arctiq/plugin-slo-common';
import {
  formatBudget,
  formatTarget,
  formatBurn,
  SectionCard,
} from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { methods, queriesOf } from '../../words/definition';
import { describeWindow } from '../../words/window';
import { Code } from '../Code';
import styles from './SloDetailPage.module.css';

function Objective(props: { objective: SloObjective; slo: SloDetail }) {
  const { objective, slo } = props;
  const member = slo.members.find(({ key }) => key === objective.key);
  return (
    <div className={styles.objective}>
      {slo.composite && (
        <p className={styles.step}>
          <strong>{objective.displayName ?? objective.key}</strong>:{' '}
          {formatTarget(objective.target)}, weight {objective.weight}
          {member && `, ${formatBudget(member.status.remaining)} left`}
        </p>
      )}
      {queriesOf(objective.indicator).map(({ role, promql }) => (
        <div key={role}>
          <span className={styles.quiet}>{role}</span>
          <Code label={`${role}: query`}>{promql}</Code>
        </div>
      ))}
    </div>
  );
}

function Source(props: { slo: SloDetail }) {
  const { file, line } = props.slo.definition.source;
  const text = `${file.split('/').pop()}, line ${line}`;
  return /^https?:/.test(file) ? (
    <Link href={`${file}#L${line}`} target="_blank" rel="noopener noreferrer">
      {text}
    </Link>
  ) : (
    <>{text}</>
  );
}

/** What is promised, as the repository of the component says. */
export function DefinitionCard(props: { slo: SloDetail }) {
  const { slo } = props;
  const { definition } = slo;
  const first = definition.objectives[0];
  return (
    <SectionCard title="Definition" aside={<Source slo={slo} />}>
      {definition.description && (
        <p className={styles.step}>{definition.description}</p>
      )}
      <dl className={styles.facts}>
        <dt>Promise</dt>
        <dd>
          {formatTarget(slo.target)} over {describeWindow(definition.window)}
        </dd>
        <dt>Counting</dt>
        <dd>
          {methods[definition.budgetingMethod]}
          {first?.timeSliceTarget &&
            ` A slice of ${
              first.timeSliceMinutes
            } min is good from ${formatTarget(first.timeSliceTarget)}.`}
        </dd>
        <dt>Service</dt>
        <dd>{definition.service}</dd>
        {definition.alerts.length > 0 && (
          <>
            <dt>Alerts</dt>
            <dd>
              {definition.alerts
                .map(
                  ({ severity, threshold, lookback }) =>
                    `${severity} at ${formatBurn(threshold)} over ${
                      lookback.value
                    }${lookback.unit}`,
                )
                .join('; ')}
            </dd>
          </>
        )}
        {definition.runbookUrl && (
          <>
            <dt>Runbook</dt>
            <dd>
              <Link
                href={definition.runbookUrl}
                target="_blank"
                rel="noopener noreferrer"
              >
                {definition.runbookUrl}
              </Link>
            </dd>
          </>
        )}
        <dt>Format</dt>
        <dd>{definition.format}</dd>
      </dl>
      {definition.objectives.map(objective => (
        <Objective key={objective.key} objective={objective} slo={slo} />
      ))}
    </SectionCard>
  );
}
