import type { Correction, SloDetail } from '@arctiq/plugin-slo-common';
import {
  DataCell,
  DataTable,
  formatMoment,
  NameCell,
  SectionCard,
  StatusBadge,
} from '@arctiq/ui-kit';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { nameOf } from '../../words/names';
import { CorrectionDialog } from './CorrectionDialog';
import { RevokeDialog } from './RevokeDialog';
import styles from './SloDetailPage.module.css';

const kinds: Record<Correction['kind'], string> = {
  'planned-maintenance': 'Planned maintenance',
  exclusion: 'Exclusion',
};

function CorrectionRow(props: {
  correction: Correction;
  now: Date;
  onRevoke?: () => void;
}) {
  const { correction, now, onRevoke } = props;
  const { kind, range, reason, createdBy, revoked } = correction;
  return (
    <tr>
      <NameCell>
        {formatMoment(range.from, now)} to {formatMoment(range.to, now)}
        <span className={styles.note}>{kinds[kind]}</span>
      </NameCell>
      <DataCell>
        {reason}
        <span className={styles.note}>by {nameOf(createdBy)}</span>
      </DataCell>
      <DataCell>
        {revoked ? (
          <StatusBadge tone="neutral" title={revoked.reason}>
            Counts again
          </StatusBadge>
        ) : (
          onRevoke && (
            <Button variant="tertiary" size="small" onPress={onRevoke}>
              Count it again
            </Button>
          )
        )}
      </DataCell>
    </tr>
  );
}

/** Time that does not count, by whom and why; and the way to leave out more. */
export function CorrectionsCard(props: {
  slo: SloDetail;
  onChange: () => void;
}) {
  const { slo, onChange } = props;
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<Correction>();
  const { correct } = slo.allowed;
  const now = new Date();
  return (
    <SectionCard
      title="Time left out"
      aside={
        correct && (
          <Button
            variant="secondary"
            size="small"
            onPress={() => setAdding(true)}
          >
            Leave time out
          </Button>
        )
      }
    >
      {slo.corrections.length === 0 ? (
        <p className={styles.quiet}>
          All time counts.
          {!correct && ' Owners of the component may leave maintenance out.'}
        </p>
      ) : (
        <DataTable
          label="Time left out"
          columns={[{ title: 'Time' }, { title: 'Why' }, { title: 'Now' }]}
        >
          {slo.corrections.map(correction => (
            <CorrectionRow
              key={correction.id}
              correction={correction}
              now={now}
              onRevoke={correct ? () => setRevoking(correction) : undefined}
            />
          ))}
        </DataTable>
      )}
      {adding && (
        <CorrectionDialog
          slo={slo}
          onClose={() => setAdding(false)}
          onDone={onChange}
        />
      )}
      {revoking && (
        <RevokeDialog
          slo={slo}
          correction={revoking}
          onClose={() => setRevoking(undefined)}
          onDone={onChange}
        />
      )}
    </SectionCard>
  );
}
