import type { Correction, SloDetail } from '@arctiq/plugin-slo-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { sloApiRef } from '../../api';
import { Field, FormDialog } from '../FormDialog';

/** Asks why a correction shall end; its record stays. */
export function RevokeDialog(props: {
  slo: SloDetail;
  correction: Correction;
  onClose: () => void;
  onDone: () => void;
}) {
  const { slo, correction, onClose, onDone } = props;
  const api = useApi(sloApiRef);
  const [namespace, component, name] = slo.id.split('/');
  return (
    <FormDialog
      title="Count this time again"
      action="Count it again"
      onClose={onClose}
      onSubmit={async values => {
        await api.revokeCorrection(
          { namespace, component, name },
          correction.id,
          values.reason,
        );
        onDone();
      }}
    >
      <Field label="Reason" hint="At least 10 characters.">
        {className => (
          <textarea
            className={className}
            name="reason"
            rows={3}
            minLength={10}
            required
          />
        )}
      </Field>
    </FormDialog>
  );
}
