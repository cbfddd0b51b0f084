import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import FormHelperText from '@mui/material/FormHelperText';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
} from '@remixicon/react';
import { ReactNode } from 'react';

/** What a field has to say about its value. */
export type FieldTone = 'busy' | 'good' | 'warning' | 'bad';

const ICONS: Record<FieldTone, ReactNode> = {
  busy: <CircularProgress size={14} color="inherit" aria-hidden />,
  good: <RiCheckboxCircleLine size={16} aria-hidden />,
  warning: <RiAlertLine size={16} aria-hidden />,
  bad: <RiErrorWarningLine size={16} aria-hidden />,
};

const COLORS: Record<FieldTone, string> = {
  busy: 'text.secondary',
  good: 'success.main',
  warning: 'warning.main',
  bad: 'error.main',
};

/**
 * The line below a field that tells how its value does, in words and an icon. It
 * is always in the page, so that a screen reader announces each change.
 */
export function FieldStatus(props: {
  id: string;
  tone?: FieldTone;
  messages: string[];
}) {
  const { id, tone, messages } = props;
  return (
    <Box id={id} role="status" sx={{ minHeight: 20 }}>
      {tone &&
        messages.map(message => (
          <FormHelperText
            key={message}
            component="div"
            sx={{
              color: COLORS[tone],
              display: 'flex',
              alignItems: 'flex-start',
              gap: 0.75,
              mx: 0,
            }}
          >
            <Box component="span" sx={{ flex: 'none', lineHeight: 1 }}>
              {ICONS[tone]}
            </Box>
            <span>{message}</span>
          </FormHelperText>
        ))}
    </Box>
  );
}
