import type { Provenance, SloDetail } from '@arctiq/plugin-slo-common';
import {
  Age,
  formatDuration,
  formatMoment,
  SectionCard,
  StatusBadge,
} from '@arctiq/ui-kit';
import { Code } from '../Code';
import styles from './SloDetailPage.module.css';

function Origin(props: { provenance: Provenance; now: Date }) {
  const { provenance, now } = props;
  const { server, serverUrl, queries, measuredAt, measuredSince } = provenance;
  return (
    <div className={styles.objective}>
      {provenance.arithmetic.length > 0 && (
        <ol className={styles.sentences}>
          {provenance.arithmetic.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
      {provenance.warnings.map(warning => (
        <p key={warning} className={styles.step}>
          <StatusBadge tone="warning">Warning</StatusBadge> {warning}
        </p>
      ))}
      <dl className={styles.facts}>
        <dt>Server</dt>
        <dd>
          {server}
          {serverUrl && ` at ${serverUrl}`}
        </dd>
        <dt>Measured</dt>
        <dd>{measuredAt ? <Age time={measuredAt} /> : 'not yet'}</dd>
        {measuredSince !== undefined && (
          <>
            <dt>Known since</dt>
            <dd>{formatMoment(measuredSince, now)}</dd>
          </>
        )}
        {provenance.retentionSeconds !== undefined && (
          <>
            <dt>The server keeps</dt>
            <dd>{formatDuration(provenance.retentionSeconds)}</dd>
          </>
        )}
      </dl>
      {queries.map(({ role, promql }) => (
        <div key={role}>
          <span className={styles.quiet}>Asked for {role}</span>
          <Code label={`Query asked for ${role}`}>{promql}</Code>
        </div>
      ))}
    </div>
  );
}

/** Where the figures of the page come from, to the last query. */
export function ProvenanceCard(props: { slo: SloDetail }) {
  const now = new Date();
  return (
    <SectionCard title="Where these figures come from">
      {props.slo.provenance.map((provenance, index) => (
        // The objectives of a definition have no other order than this one.
        <Origin key={index} provenance={provenance} now={now} />
      ))}
    </SectionCard>
  );
}
