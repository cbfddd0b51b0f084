/**
 * Pictures that stand on a sheet of their own, so that they read the same in a
 * light and in a dark theme: light paper, dark ink, 4.5:1 or better.
 */
const colours = {
  paper: '#ffffff',
  ink: '#1b2733',
  quiet: '#52606d',
  line: '#7b8794',
  plain: '#f5f7fa',
  prod: '#e3f2e6',
  nonprod: '#fdf3d9',
  shared: '#e2ecfb',
  store: '#efe7f8',
  edge: '#fde8e4',
};

const escape = text =>
  String(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** A line of text; `x` is its left edge or, when centred, its middle. */
export function text(x, y, content, options = {}) {
  const { size = 13, bold = false, quiet = false, middle = false } = options;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${
    quiet ? colours.quiet : colours.ink
  }"${bold ? ' font-weight="600"' : ''}${
    middle ? ' text-anchor="middle"' : ''
  }>${escape(content)}</text>`;
}

/** A box with a title and lines below it. */
export function box({
  x,
  y,
  width,
  height,
  kind = 'plain',
  title,
  lines = [],
}) {
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${colours[kind]}" stroke="${colours.line}"/>`,
    ...(title ? [text(x + 12, y + 21, title, { bold: true })] : []),
    ...lines.map((line, index) =>
      text(x + 12, y + (title ? 40 : 21) + index * 17, line, {
        size: 12,
        quiet: true,
      }),
    ),
  ].join('\n');
}

/** A line between two points, with a word beside its middle. */
export function link([x1, y1], [x2, y2], label, { dashed = false } = {}) {
  return [
    `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${
      colours.line
    }" stroke-width="1.5"${dashed ? ' stroke-dasharray="5 4"' : ''}/>`,
    ...(label
      ? [
          text((x1 + x2) / 2 + 6, (y1 + y2) / 2 - 5, label, {
            size: 11,
            quiet: true,
          }),
        ]
      : []),
  ].join('\n');
}

/** The whole picture. `title` and `description` are what a reader who cannot see it hears. */
export function picture({ width, height, title, description, parts }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(description)}</desc>
<rect width="${width}" height="${height}" rx="8" fill="${colours.paper}"/>
${parts.flat(Infinity).join('\n')}
</svg>
`;
}

/** A Markdown table. */
export function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}
