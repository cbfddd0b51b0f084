const SCRIPTS: ReadonlyArray<[RegExp, string]> = [
  [/\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Armenian}/u, 'Armenian'],
  [/\p{Script=Cherokee}/u, 'Cherokee'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Devanagari}/u, 'Devanagari'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Han}/u, 'Chinese'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
];

function codePoint(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}

/** A character that a service name cannot hold, in words. */
export interface ForeignCharacter {
  kind: 'look-alike' | 'invisible' | 'character';
  /** For example `"а" (Cyrillic)`. */
  description: string;
}

/**
 * Names a character so that a person can find it, above all those that look
 * like a Latin letter or cannot be seen.
 *
 * @param character - one code point
 */
export function describeCharacter(character: string): ForeignCharacter {
  if (/\p{C}|\p{Zl}|\p{Zp}/u.test(character)) {
    return {
      kind: 'invisible',
      description: `an invisible character (${codePoint(character)})`,
    };
  }
  if (/\s/u.test(character)) {
    return { kind: 'character', description: 'a space' };
  }
  const script = SCRIPTS.find(([pattern]) => pattern.test(character));
  if (script) {
    return {
      kind: 'look-alike',
      description: `"${character}" (${script[1]})`,
    };
  }
  // Full-width, mathematical and circled forms of ASCII, and letters with marks.
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (plain !== character && /^[\x21-\x7e]+$/.test(plain)) {
    return {
      kind: 'look-alike',
      description: `"${character}" (${codePoint(
        character,
      )}, not the plain "${plain}")`,
    };
  }
  if (/[^\x20-\x7e]/.test(character)) {
    return {
      kind: /\p{L}|\p{N}|\p{Pd}/u.test(character) ? 'look-alike' : 'character',
      description: `"${character}" (${codePoint(character)})`,
    };
  }
  return { kind: 'character', description: `"${character}"` };
}
