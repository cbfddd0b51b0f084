import { createHash } from 'node:crypto';

const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  ı: 'i',
};

/**
 * The User name of a person: `Łukasz O'Brien` becomes `lukasz.obrien`.
 */
export function personName(displayName: string): string {
  return displayName
    .toLowerCase()
    .replace(/[łøđßæı]/g, letter => LETTERS[letter])
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .replace(/[^a-z0-9-]+/g, '.');
}

/** The GitHub login of a User name; GitHub allows no dots. */
export function githubLogin(name: string): string {
  return name.replace(/\./g, '-');
}

/**
 * An id in the form of PagerDuty's (`P` and six capitals or digits). It depends
 * on nothing but the name, so it stays when other things are added.
 */
export function pagerDutyId(kind: string, name: string): string {
  const digest = createHash('sha256').update(`${kind}:${name}`).digest();
  const number = digest.readUInt32BE(0) % 36 ** 6;
  return `P${number.toString(36).toUpperCase().padStart(6, '0')}`;
}
