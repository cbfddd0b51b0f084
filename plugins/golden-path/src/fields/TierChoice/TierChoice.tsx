import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { formatObjectives, TIERS } from '@arctiq/plugin-golden-path-common';

/** How critical a new service is, with what each answer means. */
export function TierChoice(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, schema } = props;
  const id = props.idSchema.$id;
  return (
    <FormControl
      margin="normal"
      fullWidth
      required={props.required}
      disabled={props.disabled || props.readonly}
      error={(props.rawErrors ?? []).length > 0}
    >
      <FormLabel id={`${id}-label`}>{schema.title ?? 'Tier'}</FormLabel>
      <FormHelperText id={`${id}-helper-text`} sx={{ mx: 0, mb: 1 }}>
        {schema.description}
      </FormHelperText>
      <RadioGroup
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-helper-text`}
        name={id}
        value={formData ?? ''}
        onChange={(_event, value) => onChange(value)}
        sx={{ gap: 1 }}
      >
        {TIERS.map(tier => (
          <FormControlLabel
            key={tier.id}
            value={tier.id}
            control={<Radio />}
            sx={{
              alignItems: 'flex-start',
              border: 1,
              borderColor: formData === tier.id ? 'primary.main' : 'divider',
              borderRadius: 1,
              mx: 0,
              pr: 2,
              py: 0.5,
            }}
            label={
              <>
                <Typography component="span" display="block" sx={{ pt: 1 }}>
                  {tier.title}
                </Typography>
                <Typography
                  component="span"
                  display="block"
                  variant="body2"
                  color="text.secondary"
                  sx={{ pb: 1 }}
                >
                  {tier.description} {formatObjectives(tier)}.
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
