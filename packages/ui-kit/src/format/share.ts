/** Keeps a figure and its unit on one line. */
export const NBSP = '\u00a0';

const MINUS = '\u2212';

function separated(value: number, digits: number): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/**
 * A signed share of a budget in percent: `62.4 %`, `−18.0 %`.
 *
 * @param share - 1 is all of it; below 0 is overspent
 * @returns `unknown` when there is no figure
 */
export function formatBudget(share: number | undefined): string {
  if (share === undefined || !Number.isFinite(share)) {
    return 'unknown';
  }
  const percent = Math.abs(share * 100);
  const text = separated(percent, percent >= 1000 ? 0 : 1);
  const sign = share < 0 && !/^0(\.0+)?$/.test(text) ? MINUS : '';
  return `${sign}${text}${NBSP}%`;
}

/**
 * A share of good in percent with as many digits as its distance to 100 %
 * needs: `99.987 %`. Cut and not rounded, so that only 1 reads `100 %`.
 *
 * @param share - 0 to 1
 */
export function formatShare(share: number | undefined): string {
  if (share === undefined || !Number.isFinite(share)) {
    return 'unknown';
  }
  if (share >= 1) {
    return `100${NBSP}%`;
  }
  const gap = 100 * (1 - share);
  const digits = Math.min(5, Math.max(2, Math.ceil(-Math.log10(gap)) + 1));
  const scale = 10 ** digits;
  // The small addend makes up for 0.9995 * 100 not being 99.95 in binary.
  const cut = Math.floor(share * 100 * scale + 1e-6) / scale;
  const text = cut.toFixed(digits).replace(/(\.\d\d\d*?)0+$/, '$1');
  return `${text}${NBSP}%`;
}

/**
 * A target as it was written, in percent: `0.9995` reads `99.95 %`. Works on the
 * digits, so that no binary fraction shows.
 *
 * @param target - decimal string above 0 and below 1
 */
export function formatTarget(target: string): string {
  const digits = /^0?\.(\d+)$/.exec(target)?.[1];
  if (!digits) {
    return target;
  }
  const padded = digits.padEnd(2, '0');
  const fraction = padded.slice(2).replace(/0+$/, '');
  const whole = String(Number(padded.slice(0, 2)));
  return `${whole}${fraction && `.${fraction}`}${NBSP}%`;
}

/**
 * How many times the even pace a budget burns: `6.2×`.
 *
 * @param rate - 1 spends the budget exactly over its window
 * @returns `unknown` when there is no figure
 */
export function formatBurn(rate: number | undefined): string {
  if (rate === undefined || !Number.isFinite(rate)) {
    return 'unknown';
  }
  return `${separated(rate, rate >= 100 ? 0 : 1)}×`;
}
