/** A piece of a file that holds one YAML document. */
export interface DocumentText {
  text: string;
  /** Line of its first character, from 1. */
  line: number;
}

/**
 * Cuts a stream at its document markers before anything is parsed, so that an
 * open quote or bracket in one document cannot swallow the next ones. YAML 1.2
 * (9.1.2) forbids the markers at the start of a line inside a document.
 */
export function splitDocuments(text: string): DocumentText[] {
  const pieces: { lines: string[]; line: number }[] = [];
  let current = { lines: [] as string[], line: 1 };
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((line, index) => {
      if (/^(---|\.\.\.)(\s|$)/.test(line)) {
        pieces.push(current);
        current = { lines: [], line: index + 1 };
        // An end marker belongs to no document; a start marker may carry content.
        current.lines.push(line.startsWith('...') ? '' : line);
      } else {
        current.lines.push(line);
      }
    });
  pieces.push(current);
  return pieces.map(({ lines, line }) => ({ text: lines.join('\n'), line }));
}
