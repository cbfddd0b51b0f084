const header = /^\s*([\w-]+)((?:\s+"[^"]*")*)\s*\{\s*$/;
const argument = /^\s*("[^"]+"|[\w.-]+)\s*=(?![=>])\s*(.*)$/;

/** A line without its strings and its comment, so that brackets can be counted. */
function bare(line) {
  return line.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/(#|\/\/).*$/, '');
}

function depthOf(line) {
  const text = bare(line);
  return (
    (text.match(/[[({]/g) ?? []).length - (text.match(/[\])}]/g) ?? []).length
  );
}

function labelsOf(text) {
  return [...text.matchAll(/"([^"]*)"/g)].map(([, label]) => label);
}

/** Last line of a value that begins on a line: brackets and here-documents. */
function endOf(lines, start, value) {
  const heredoc = value.match(/<<[-~]?(\w+)\s*$/);
  if (heredoc) {
    const end = lines.findIndex(
      (line, index) => index > start && line.trim() === heredoc[1],
    );
    return end < 0 ? start : end;
  }
  let depth = depthOf(value);
  let end = start;
  while (depth > 0 && end + 1 < lines.length) {
    end += 1;
    depth += depthOf(lines[end]);
  }
  return end;
}

/**
 * Reads a formatted file line by line: its blocks, and the arguments in them.
 * A parser gives no lines, and rules of text need them.
 *
 * @returns for each block its path (type and labels of it and of what encloses
 *   it), its first and last line; for each argument the same and its value
 */
export function scan(text) {
  const lines = text.split('\n');
  const blocks = [];
  const args = [];
  const stack = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const asArgument = line.match(argument);
    const asHeader = line.match(header);
    if (/^\s*(#|\/\/|$)/.test(line)) {
      continue;
    } else if (asHeader) {
      const [, type, labels] = asHeader;
      const path = [...(stack.at(-1)?.path ?? []), [type, ...labelsOf(labels)]];
      const block = { path, start: at, end: at };
      blocks.push(block);
      stack.push(block);
    } else if (asArgument) {
      const [, name, value] = asArgument;
      const end = endOf(lines, at, value);
      args.push({
        name: name.replaceAll('"', ''),
        path: stack.at(-1)?.path ?? [],
        start: at,
        end,
        value: [value, ...lines.slice(at + 1, end + 1)].join('\n'),
      });
      at = end;
    } else if (depthOf(line) < 0 && stack.length > 0) {
      stack.pop().end = at;
    }
  }
  return { lines, blocks, args };
}

/** `aws_x.y`, `local.z` or `variable.v`: how messages call an outermost block. */
export function idOf(path, name) {
  const [[type, ...labels]] = path;
  if (type === 'locals') {
    return `local.${name}`;
  }
  return type === 'resource' ? labels.join('.') : [type, ...labels].join('.');
}
