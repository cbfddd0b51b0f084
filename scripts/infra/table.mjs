import { say } from '../lib/output.mjs';

/** Columns of the table of modules, with their widths. */
export const columns = {
  fmt: 5,
  validate: 8,
  tflint: 6,
  test: 7,
  apply: 18,
  again: 12,
  destroy: 7,
  checkov: 10,
  rules: 6,
};

const titles = { again: '2nd plan' };

/** The first lines of the table. */
export function printHeader(width) {
  const names = Object.entries(columns).map(([name, size]) =>
    (titles[name] ?? name).padEnd(size),
  );
  say(['module'.padEnd(width), ...names, 'seconds'].join('  '));
}

/**
 * One line of the table.
 *
 * @param cells - by column: `{ ok, text }`; a column that is left out is not
 *   made for this module
 */
export function printRow(name, width, cells, seconds) {
  const texts = Object.entries(columns).map(([column, size]) =>
    (cells[column]?.text ?? '-').padEnd(size),
  );
  say([name.padEnd(width), ...texts, seconds.padStart(7)].join('  '));
}
