import {
  type UnifiedTheme,
  createUnifiedTheme,
  genPageTheme,
} from '@backstage/theme';
import { components } from './components';
import type { darkPalette, lightPalette } from './palettes';

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

function heading(fontSize: number, marginBottom: number) {
  return { fontSize, fontWeight: 650, lineHeight: 1.3, marginBottom };
}

// One calm header for every page, whatever its kind.
const header = genPageTheme({ colors: ['#0a1c2e', '#0d3a4c'], shape: 'none' });

/** The Material UI theme of the portal in the colours of a palette. */
export function createPortalTheme(
  palette: typeof lightPalette | typeof darkPalette,
): UnifiedTheme {
  return createUnifiedTheme({
    palette,
    fontFamily,
    typography: {
      htmlFontSize: 16,
      fontFamily,
      h1: heading(32, 10),
      h2: heading(26, 8),
      h3: heading(22, 6),
      h4: heading(20, 6),
      h5: heading(18, 4),
      h6: heading(16, 2),
    },
    defaultPageTheme: 'home',
    pageTheme: { home: header },
    components,
  });
}
