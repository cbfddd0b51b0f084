// What tflint is told to leave out is a matter of style, and says why above.
const comment = /(checkov|trivy|tfsec)\s*[:-]\s*(skip|ignore)[^\n]*/g;
const complete =
  /:(?<reason>[^:()]{15,}.*)\(until (?<day>\d{4}-\d{2}-\d{2})\)\s*$/;

function problemOf(text, today) {
  // trivy has a form of its own; its reason is the comment above it.
  const [, end] = text.match(/^trivy:ignore:[\w-]+:exp:(\S+)$/) ?? [];
  const { reason, day = end } = text.match(complete)?.groups ?? { reason: end };
  if (!reason) {
    return 'must end with ":<reason> (until YYYY-MM-DD)"';
  }
  return day < today ? `ended on ${day}` : undefined;
}

/** An exception from a scanner says why it holds and until when. */
export const exceptions = {
  name: 'exceptions',
  check: ({ files }, { today }) =>
    Object.entries(files)
      .filter(([file]) => /\.(tf|hcl)$/.test(file))
      .flatMap(([file, text]) =>
        [...text.matchAll(comment)].flatMap(([found]) => {
          const problem = problemOf(found, today);
          return problem ? [`${file}: "${found}" ${problem}`] : [];
        }),
      ),
};
