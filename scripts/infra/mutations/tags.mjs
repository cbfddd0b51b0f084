import { argumentsIn, placeOf, without } from './text.mjs';

const ours = /\b(module\.tags\.all|var\.tags|local\.labels)\b/;

/** Takes the tags from one resource, or from the call of one module, at a time. */
export function* tagMutants({ files }) {
  for (const argument of argumentsIn(files)) {
    const [[kind, label] = []] = argument.path;
    const wanted =
      ['tags', 'labels'].includes(argument.name) &&
      ['resource', 'module'].includes(kind) &&
      !(kind === 'module' && label === 'tags');
    if (wanted && ours.test(argument.value)) {
      yield {
        file: argument.file,
        text: without(argument),
        what: `${placeOf(argument)} deleted`,
      };
    }
  }
}
