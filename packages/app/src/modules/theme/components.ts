import type { UnifiedThemeOptions } from '@backstage/theme';

/**
 * How Material UI's parts are shaped, so that they sit beside Backstage UI's
 * without looking foreign: quiet borders instead of shadows, sentence case.
 */
export const components: UnifiedThemeOptions['components'] = {
  MuiPaper: {
    styleOverrides: {
      root: { backgroundImage: 'none' },
      rounded: { borderRadius: 12 },
      elevation1: ({ theme }) => ({
        boxShadow: 'none',
        border: `1px solid ${theme.palette.divider}`,
      }),
      elevation2: ({ theme }) => ({
        boxShadow: 'none',
        border: `1px solid ${theme.palette.divider}`,
      }),
    },
  },
  MuiButton: {
    styleOverrides: {
      root: { borderRadius: 8, fontWeight: 600, textTransform: 'none' },
      contained: { boxShadow: 'none' },
    },
  },
  MuiChip: {
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.palette.highlight,
        borderRadius: 6,
        color: theme.palette.text.primary,
        marginBottom: theme.spacing(0.5),
        marginRight: theme.spacing(0.5),
      }),
      outlined: ({ theme }) => ({
        backgroundColor: 'transparent',
        border: `1px solid ${theme.palette.divider}`,
      }),
    },
  },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        color: theme.palette.text.secondary,
        letterSpacing: 0,
        minHeight: 40,
        textTransform: 'none',
        '&:hover': {
          backgroundColor: theme.palette.action.hover,
          color: theme.palette.text.primary,
        },
      }),
      textColorPrimary: ({ theme }) => ({
        color: theme.palette.text.secondary,
      }),
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderBottom: `1px solid ${theme.palette.divider}`,
        '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
      }),
      head: {
        '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
      },
    },
  },
  // Fixed light greys of Backstage that would glare in the dark
  BackstageTableHeader: {
    styleOverrides: {
      header: ({ theme }) => ({
        borderBottom: `1px solid ${theme.palette.divider}`,
        borderTop: `1px solid ${theme.palette.divider}`,
      }),
    },
  },
  BackstageSelectInputBase: {
    styleOverrides: {
      input: ({ theme }) => ({ borderColor: theme.palette.text.disabled }),
    },
  },
  // Colours of a terminal that cannot be read on a light page
  BackstageLogViewer: {
    styleOverrides: {
      lineNumber: ({ theme }) => ({
        borderRightColor: theme.palette.divider,
        color: theme.palette.text.secondary,
      }),
      modifierForegroundRed: ({ theme }) => ({
        color: theme.palette.error.main,
      }),
      modifierForegroundGreen: ({ theme }) => ({
        color: theme.palette.success.main,
      }),
      modifierForegroundYellow: ({ theme }) => ({
        color: theme.palette.warning.main,
      }),
      modifierForegroundBlue: ({ theme }) => ({
        color: theme.palette.info.main,
      }),
    },
  },
  CatalogReactUserListPicker: {
    styleOverrides: {
      root: { backgroundColor: 'transparent' },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        lineHeight: 1.4,
        padding: theme.spacing(1.25, 2),
      }),
      head: ({ theme }) => ({
        color: theme.palette.text.secondary,
        fontWeight: 600,
        lineHeight: 1.4,
      }),
    },
  },
};
