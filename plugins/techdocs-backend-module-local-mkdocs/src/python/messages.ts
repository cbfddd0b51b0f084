/** The oldest Python that the documentation tools still support. */
export const OLDEST_PYTHON = '3.9';

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'brew install python',
  linux:
    'sudo apt install python3 python3-venv (Debian, Ubuntu) or sudo dnf install python3 (Fedora)',
  win32: 'winget install Python.Python.3.13',
};

/** How to get Python on the machine of the portal, as the end of a message. */
export function installAdvice(platform: NodeJS.Platform): string {
  const link = 'https://www.python.org/downloads/';
  const command = INSTALL[platform];
  return command
    ? `Install it on the machine that runs the portal: ${command}, or from ${link}. Then reload this page.`
    : `Install it on the machine that runs the portal from ${link}. Then reload this page.`;
}

/** How to get the part of Python that makes virtual environments. */
export function venvAdvice(platform: NodeJS.Platform, version: string): string {
  const [major, minor] = version.split('.');
  return platform === 'linux'
    ? `Install it on the machine that runs the portal: sudo apt install python3-venv (Debian, Ubuntu; python${major}.${minor}-venv for a Python of its own). Then reload this page.`
    : installAdvice(platform);
}

/**
 * Makes text of a tool fit for the message that the reader sees: the page shows
 * it on one line and with quotes and line ends escaped. Passwords in addresses
 * are left out.
 */
export function oneLine(text: string): string {
  return text
    .replace(/\/\/[^/@\s]+@/g, '//')
    .replace(/["\\]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 300);
}

/**
 * The line of a tool's output that says what went wrong: the first error, else
 * the last line.
 */
export function findReason(output: string): string {
  const lines = output
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean);
  const error =
    lines.find(line => /^ERROR\b/i.test(line)) ??
    lines.findLast(line => /^\w*(Error|Exception)\b/.test(line)) ??
    lines.at(-1) ??
    'it said nothing';
  return oneLine(error.replace(/^ERROR\s*[-:]?\s*/i, ''));
}
