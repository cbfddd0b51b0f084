/** Longest fraction that a target may have; more says nothing about a service. */
const MAX_FRACTION = 12;

interface Digits {
  /** The number without its point. */
  units: bigint;
  /** Digits after the point. */
  scale: number;
}

function digitsOf(text: string): Digits | undefined {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(text.trim());
  const whole = match?.[1] ?? '';
  const fraction = (match?.[2] ?? '').replace(/0+$/, '');
  if (
    !match ||
    !/\d/.test(text) ||
    whole.length > 15 ||
    fraction.length > MAX_FRACTION
  ) {
    return undefined;
  }
  return { units: BigInt(`${whole}${fraction}`), scale: fraction.length };
}

function textOf({ units, scale }: Digits): string {
  const text = units.toString().padStart(scale + 1, '0');
  const cut = text.length - scale;
  const fraction = text.slice(cut).replace(/0+$/, '');
  return fraction === ''
    ? text.slice(0, cut)
    : `${text.slice(0, cut)}.${fraction}`;
}

/**
 * Normal form of a plain decimal number: `0.9995` for `.99950`.
 *
 * @returns undefined when the text is not one: a sign, an exponent, more than
 * 15 digits before or 12 after the point
 */
export function normaliseDecimal(text: string): string | undefined {
  const digits = digitsOf(text);
  return digits && textOf(digits);
}

/** `0.9995` for `99.95`, exactly: the point moves, nothing is divided. */
export function percentToShare(text: string): string | undefined {
  const digits = digitsOf(text);
  return digits && digits.scale + 2 <= MAX_FRACTION
    ? textOf({ units: digits.units, scale: digits.scale + 2 })
    : undefined;
}

/** `99.95` for `0.9995`, exactly. */
export function shareToPercent(text: string): string | undefined {
  const digits = digitsOf(text);
  return digits && textOf({ units: digits.units * 100n, scale: digits.scale });
}

/**
 * 1 - share, exactly: `0.0005` for `0.9995`, where floating point says
 * 0.0004999999999999449.
 *
 * @throws when the text is no decimal between 0 and 1
 */
export function complement(share: string): string {
  const digits = digitsOf(share);
  const one = 10n ** BigInt(digits?.scale ?? 0);
  if (!digits || digits.units > one) {
    throw new Error(
      `"${share}" is no share: write a plain decimal between 0 and 1, for example 0.999`,
    );
  }
  return textOf({ units: one - digits.units, scale: digits.scale });
}
