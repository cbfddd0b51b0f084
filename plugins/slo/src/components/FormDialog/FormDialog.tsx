import { StatePanel } from '@arctiq/ui-kit';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { type ReactNode, useId, useState } from 'react';
import { describeError } from '../../hooks/errors';
import styles from './FormDialog.module.css';

/** What was filled in, trimmed, by the names of the controls. */
export type FormValues = Readonly<Record<string, string>>;

function valuesOf(form: HTMLFormElement): FormValues {
  const values: Record<string, string> = {};
  for (const control of form.elements) {
    if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
    ) {
      values[control.name] = control.value.trim();
    }
  }
  return values;
}

/** Props of {@link FormDialog}. */
export interface FormDialogProps {
  title: string;
  /** What the button at the end does. */
  action: string;
  /** Sends what was filled in; an error is shown and the dialog stays. */
  onSubmit: (values: FormValues) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog, which closes when the backend accepted it. */
export function FormDialog(props: FormDialogProps) {
  const { title, action, onSubmit, onClose, children } = props;
  const formId = useId();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(values: FormValues) {
    setPending(true);
    setProblem(undefined);
    try {
      await onSubmit(values);
      onClose();
    } catch (error) {
      setProblem(describeError(error));
      setPending(false);
    }
  }

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form
          id={formId}
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            submit(valuesOf(event.currentTarget));
          }}
        >
          {children}
          {problem && (
            <StatePanel kind="failed" title="It was not saved" compact>
              {problem}
            </StatePanel>
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" form={formId} isPending={isPending}>
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** A labelled control of a {@link FormDialog}. */
export function Field(props: {
  label: string;
  hint?: string;
  /** Given the class of controls. */
  children: (className: string) => ReactNode;
}) {
  const { label, hint, children } = props;
  return (
    <label className={styles.label}>
      <span>{label}</span>
      {children(styles.control)}
      {hint && <span className={styles.hint}>{hint}</span>}
    </label>
  );
}
