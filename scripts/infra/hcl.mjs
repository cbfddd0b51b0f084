import { spawnSync } from 'node:child_process';
import { resolveTool } from '../tools/resolve.mjs';

function parseWith(program, text) {
  const { status, stdout, stderr } = spawnSync(program, {
    input: text,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return status === 0
    ? { ok: true, value: JSON.parse(stdout) }
    : { ok: false, error: stderr.trim() };
}

/**
 * Gives a function that parses HCL. Blocks become lists by their labels,
 * expressions become text in `${}`.
 *
 * @returns `text => { ok, value | error }`, synchronous: a parse takes a few ms
 */
export async function hclParser() {
  const program = await resolveTool('hcl2json');
  // Rules see each file many times, and mutants differ in one file only.
  const known = new Map();
  return text => {
    if (!known.has(text)) {
      known.set(text, parseWith(program, text));
    }
    return known.get(text);
  };
}
