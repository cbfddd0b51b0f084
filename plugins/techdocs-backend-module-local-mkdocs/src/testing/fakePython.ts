import fs from 'node:fs/promises';
import path from 'node:path';

/** What each step of a made-up Python does, as lines of a shell script. */
export interface FakePythonSteps {
  version?: string;
  venv?: string;
  pip?: string;
  mkdocsVersion?: string;
  mkdocsBuild?: string;
}

/** A made-up Python in a folder of its own. */
export interface FakePython {
  /** Absolute path of the command `python3`. */
  command: string;
  /** The folder, to be used as the whole PATH. */
  folder: string;
  /** The arguments of each call so far, and of those of the Pythons copied from it. */
  calls(): Promise<string[]>;
}

/**
 * Writes a shell script that answers like Python does to the calls that this
 * module makes. Its virtual environments hold a copy of itself.
 *
 * @param folder - existing folder for the command and its record of calls
 * @param steps - shell lines that replace what a step does
 */
export async function writeFakePython(
  folder: string,
  steps: FakePythonSteps = {},
): Promise<FakePython> {
  const command = path.join(folder, 'python3');
  const record = path.join(folder, 'calls.txt');
  const script = `#!/bin/sh
PATH=/usr/bin:/bin
echo "$*" >> '${record}'
for last; do :; done
case "$*" in
*version_info*) ${steps.version ?? 'echo 3.11.7'} ;;
*"-m venv"*) ${
    steps.venv ?? 'mkdir -p "$last/bin" && cp "$0" "$last/bin/python"'
  } ;;
*"-m pip install"*) ${steps.pip ?? ':'} ;;
*"-m mkdocs --version"*) ${steps.mkdocsVersion ?? ':'} ;;
*"-m mkdocs build"*) ${
    steps.mkdocsBuild ?? 'echo "<h1>Built</h1>" > "$last/index.html"'
  } ;;
*) echo "unexpected: $*" >&2; exit 64 ;;
esac
`;
  await fs.writeFile(command, script, { mode: 0o755 });
  return {
    command,
    folder,
    async calls() {
      const text = await fs.readFile(record, 'utf8').catch(() => '');
      return text.split('\n').filter(Boolean);
    },
  };
}
