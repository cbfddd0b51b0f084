import { scan } from '../rules/blocks.mjs';

/** Files of a module itself: not its tests, examples and submodules. */
export function ownFiles(files) {
  return Object.entries(files).filter(
    ([file]) => !file.includes('/') && file.endsWith('.tf'),
  );
}

/** Arguments of all files, each with the text of its file. */
export function* argumentsIn(files) {
  for (const [file, text] of ownFiles(files)) {
    for (const argument of scan(text).args) {
      yield { file, text, ...argument };
    }
  }
}

/** The text without an argument. */
export function without({ text, start, end }) {
  const lines = text.split('\n');
  lines.splice(start, end - start + 1);
  return lines.join('\n');
}

/** The text with another value for an argument. */
export function withValue({ text, start, end }, value) {
  const lines = text.split('\n');
  const [before] = lines[start].match(/^[^=]*=\s*/);
  lines.splice(start, end - start + 1, `${before}${value}`);
  return lines.join('\n');
}

/** Where a mutant was made, for a message. */
export function placeOf({ file, path, name, start }) {
  const [[type, ...labels]] = path.length > 0 ? path : [['file']];
  const outer =
    type === 'resource' ? labels.join('.') : [type, ...labels].join('.');
  const inner = path.slice(1).map(([block]) => block);
  return `${file}:${start + 1} ${[outer, ...inner, name].join('.')}`;
}
