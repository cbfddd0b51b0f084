import type { SloDetail } from '@arctiq/plugin-slo-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { sloApiRef } from '../../api';
import { Field, FormDialog } from '../FormDialog';
import { readCorrection, toUtcInput } from './correctionForm';

/** Asks which time shall not count, and why. */
export function CorrectionDialog(props: {
  slo: SloDetail;
  onClose: () => void;
  onDone: () => void;
}) {
  const { slo, onClose, onDone } = props;
  const api = useApi(sloApiRef);
  const [namespace, component, name] = slo.id.split('/');
  const to = slo.status.watermark ?? Math.floor(Date.now() / 1000);
  return (
    <FormDialog
      title="Leave time out of the budget"
      action="Leave it out"
      onClose={onClose}
      onSubmit={async values => {
        await api.correct(
          { namespace, component, name },
          readCorrection(values),
        );
        onDone();
      }}
    >
      <Field label="Why it does not count">
        {className => (
          <select className={className} name="kind">
            <option value="planned-maintenance">Planned maintenance</option>
            <option value="exclusion">Exclusion</option>
          </select>
        )}
      </Field>
      <Field label="From (UTC)">
        {className => (
          <input
            className={className}
            type="datetime-local"
            name="from"
            defaultValue={toUtcInput(to - 3_600)}
            required
          />
        )}
      </Field>
      <Field label="To (UTC)" hint="Grows to whole slices of 5 minutes.">
        {className => (
          <input
            className={className}
            type="datetime-local"
            name="to"
            defaultValue={toUtcInput(to)}
            required
          />
        )}
      </Field>
      <Field
        label="Reason"
        hint="At least 10 characters. Everybody who sees this SLO can read it, with your name."
      >
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
