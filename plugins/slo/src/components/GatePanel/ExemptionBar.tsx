import {
  type GateAnswer,
  sloExemptionCreatePermission,
} from '@arctiq/plugin-slo-common';
import { formatMoment, StatePanel } from '@arctiq/ui-kit';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { sloApiRef } from '../../api';
import { describeError } from '../../hooks/errors';
import { causes } from '../../words/gate';
import { nameOf } from '../../words/names';
import { ExemptionDialog } from './ExemptionDialog';
import styles from './GatePanel.module.css';

/** The exemption that holds, or the way to grant one where it is frozen. */
export function ExemptionBar(props: {
  answer: GateAnswer;
  onChange: () => void;
}) {
  const { answer, onChange } = props;
  const { exemption, decision, entityRef, environment } = answer;
  const api = useApi(sloApiRef);
  const { allowed } = usePermission({
    permission: sloExemptionCreatePermission,
  });
  const [granting, setGranting] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function revoke(id: string) {
    try {
      await api.revokeExemption(id);
      setProblem(undefined);
      onChange();
    } catch (error) {
      setProblem(describeError(error));
    }
  }

  return (
    <>
      {exemption && (
        <div className={styles.exemption}>
          <span>
            <strong>Exemption</strong> (
            {causes.find(({ id }) => id === exemption.cause)?.label}) by{' '}
            {nameOf(exemption.grantedBy)}, until{' '}
            {formatMoment(Date.parse(exemption.expiresAt) / 1000, new Date())}:{' '}
            {exemption.reason}
          </span>
          {allowed && (
            <Button
              variant="secondary"
              size="small"
              onPress={() => revoke(exemption.id)}
            >
              End it now
            </Button>
          )}
        </div>
      )}
      {problem && (
        <StatePanel kind="failed" title="The exemption did not end" compact>
          {problem}
        </StatePanel>
      )}
      {!exemption && decision === 'freeze' && (
        <div className={styles.exemption}>
          {allowed ? (
            <Button variant="secondary" onPress={() => setGranting(true)}>
              Grant an exemption
            </Button>
          ) : (
            <span>
              Fixes of a P0 and security fixes need an exemption: ask a VP or
              the platform team.
            </span>
          )}
        </div>
      )}
      {granting && (
        <ExemptionDialog
          entityRef={entityRef}
          environment={environment}
          onClose={() => setGranting(false)}
          onDone={onChange}
        />
      )}
    </>
  );
}
