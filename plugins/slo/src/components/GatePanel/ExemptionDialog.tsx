import type { Exemption } from '@arctiq/plugin-slo-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { sloApiRef } from '../../api';
import { causes } from '../../words/gate';
import { Field, FormDialog } from '../FormDialog';

const HOUR_MS = 3_600_000;
const lengths = [1, 4, 24, 72];

/** Asks why a frozen component may ship, and for how long. */
export function ExemptionDialog(props: {
  entityRef: string;
  environment: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { entityRef, environment, onClose, onDone } = props;
  const api = useApi(sloApiRef);
  return (
    <FormDialog
      title="Let it ship in spite of the freeze"
      action="Grant the exemption"
      onClose={onClose}
      onSubmit={async values => {
        const hours = Number(values.hours);
        await api.grantExemption({
          entityRef,
          environment,
          cause: values.cause as Exemption['cause'],
          reason: values.reason,
          expiresAt: new Date(Date.now() + hours * HOUR_MS).toISOString(),
        });
        onDone();
      }}
    >
      <Field label="Cause">
        {className => (
          <select className={className} name="cause">
            {causes.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="It ends after">
        {className => (
          <select className={className} name="hours" defaultValue="4">
            {lengths.map(hours => (
              <option key={hours} value={hours}>
                {hours} h
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Reason"
        hint="At least 10 characters. It is recorded with your name."
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
