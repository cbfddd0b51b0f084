import { inRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/**
 * Holds the Dockerfile of the portal against Hadolint. What it is told to leave
 * out stands in the file, with a reason and an end.
 *
 * @returns `{ check, ok, why }`
 */
export async function checkHadolint({ resolveTool }) {
  const { code, output } = await run(
    await resolveTool('hadolint'),
    ['--no-color', inRoot('packages/backend/Dockerfile')],
    { quiet: true },
  );
  return [
    {
      check: 'hadolint finds nothing in the Dockerfile of the portal',
      ok: code === 0 && output.trim() === '',
      why: output,
    },
  ];
}
