/** Objects of an output that has one JSON document in each line. */
export function jsonLines(output) {
  return output
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line));
}

/** The errors among Terraform's messages, one text each. */
export function errorsOf(messages) {
  return messages
    .filter(
      ({ type, diagnostic }) =>
        type === 'diagnostic' && diagnostic.severity === 'error',
    )
    .map(({ diagnostic }) => {
      const { address, range, summary, detail } = diagnostic;
      const where =
        address ?? (range && `${range.filename}:${range.start.line}`);
      return [where, summary, detail].filter(Boolean).join(': ');
    });
}

/** How many resources were made, or removed. Reading is not counted. */
export function countDone(messages, action) {
  return messages.filter(
    ({ type, hook }) => type === 'apply_complete' && hook.action === action,
  ).length;
}
