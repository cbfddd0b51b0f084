import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import ListSubheader from '@mui/material/ListSubheader';
import TextField from '@mui/material/TextField';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { messageOf } from '../api';
import { Load } from '../hooks/useLoad';
import { FieldStatus, FieldTone } from './FieldStatus';

/** One line of the list. */
export interface Choice {
  /** Full entity ref; the value of the field. */
  entityRef: string;
  title: string;
  /** Heading that the line stands under; equal ones must be neighbours. */
  group: string;
}

/** A field that takes one entity of a list with headings. */
export function EntityChoice<T extends Choice>(props: {
  field: FieldExtensionComponentProps<string>;
  choices: Load<T[]>;
  /** Said in place of the list when it is empty. */
  emptyText: string;
  /** What to say about the choice made. */
  statusOf?: (choice: T) => { tone: FieldTone; message: string } | undefined;
}) {
  const { field, choices, emptyText, statusOf } = props;
  const { schema } = field;
  const id = field.idSchema.$id;
  const options = choices.state === 'ready' ? choices.value : [];
  const chosen =
    options.find(({ entityRef }) => entityRef === field.formData) ?? null;

  let status = chosen && statusOf?.(chosen);
  if (choices.state === 'failed') {
    status = {
      tone: 'bad',
      message: `The list could not be loaded (${messageOf(
        choices.error,
      )}): go back and try again.`,
    };
  }

  return (
    <>
      <Autocomplete
        id={id}
        options={options}
        value={chosen}
        loading={choices.state === 'loading'}
        loadingText="Loading…"
        noOptionsText={emptyText}
        disabled={field.disabled || field.readonly}
        groupBy={choice => choice.group}
        getOptionLabel={choice => choice.title}
        getOptionKey={choice => choice.entityRef}
        isOptionEqualToValue={(a, b) => a.entityRef === b.entityRef}
        onChange={(_event, choice) =>
          field.onChange(choice?.entityRef ?? undefined)
        }
        onBlur={() => field.onBlur(id, field.formData)}
        renderGroup={({ key, group, children }) => (
          // A list of lists has no meaning to a screen reader; groups have.
          <li key={key} role="presentation">
            <ListSubheader component="div" aria-hidden>
              {group}
            </ListSubheader>
            <Box component="ul" role="group" aria-label={group} sx={{ p: 0 }}>
              {children}
            </Box>
          </li>
        )}
        autoHighlight
        renderInput={params => (
          <TextField
            {...params}
            label={schema.title}
            helperText={schema.description}
            required={field.required}
            error={status?.tone === 'bad' || (field.rawErrors ?? []).length > 0}
            margin="normal"
            FormHelperTextProps={{ error: false, sx: { mx: 0 } }}
            inputProps={{
              ...params.inputProps,
              'aria-describedby': `${id}-helper-text ${id}-status`,
            }}
          />
        )}
      />
      <FieldStatus
        id={`${id}-status`}
        tone={status?.tone}
        messages={status ? [status.message] : []}
      />
    </>
  );
}
