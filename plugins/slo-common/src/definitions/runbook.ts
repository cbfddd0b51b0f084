/** Annotations that people give a runbook by: ours, and the one alerts carry. */
export const RUNBOOK_ANNOTATIONS = [
  'arctiq.io/runbook-url',
  'runbook_url',
  'runbook',
];

/** Whether a link may be shown: anything but http and https could run code on a click. */
export function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    // Not an address at all.
    return false;
  }
}

/** The first annotation that names a runbook. */
export function runbookAnnotation(
  annotations: Record<string, string>,
): string | undefined {
  return RUNBOOK_ANNOTATIONS.find(name => annotations[name] !== undefined);
}
