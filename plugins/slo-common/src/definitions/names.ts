const RFC_1123 = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * What is wrong with a name that becomes part of addresses and of rule names.
 *
 * @returns undefined when it is a label as in RFC 1123 (OpenSLO v1, metadata.name)
 */
export function nameProblem(name: string): string | undefined {
  if (RFC_1123.test(name)) {
    return undefined;
  }
  const better = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  const hint = RFC_1123.test(better) ? `, for example "${better}"` : '';
  return `is not a name of RFC 1123, and the name becomes part of addresses and of rule names: write 1 to 63 lower case letters, digits and hyphens that start and end with a letter or digit${hint}`;
}
