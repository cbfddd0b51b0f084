import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import TextField from '@mui/material/TextField';
import { FieldStatus } from '../FieldStatus';
import { useNameCheck } from './useNameCheck';

/** The name of a new service, checked while it is typed. */
export function ServiceName(props: FieldExtensionComponentProps<string>) {
  const { formData, idSchema, onChange, schema, uiSchema } = props;
  const name = formData ?? '';
  const check = useNameCheck(name);
  const id = idSchema.$id;
  const statusId = `${id}-status`;
  const descriptionId = `${id}-helper-text`;
  return (
    <>
      <TextField
        id={id}
        label={schema.title ?? 'Name'}
        helperText={schema.description}
        required={props.required}
        disabled={props.disabled || props.readonly}
        error={check.tone === 'bad' || (props.rawErrors ?? []).length > 0}
        value={name}
        onChange={event => onChange(event.target.value || undefined)}
        onBlur={() => props.onBlur(id, formData)}
        fullWidth
        margin="normal"
        FormHelperTextProps={{ error: false, sx: { mx: 0 } }}
        inputProps={{
          'aria-describedby': `${descriptionId} ${statusId}`,
          autoFocus: uiSchema['ui:autofocus'],
          autoCapitalize: 'none',
          autoComplete: 'off',
          autoCorrect: 'off',
          spellCheck: false,
        }}
      />
      <FieldStatus id={statusId} tone={check.tone} messages={check.messages} />
    </>
  );
}
