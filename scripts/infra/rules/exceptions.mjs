const comment = /(checkov|tflint|trivy|tfsec)\s*[:-]\s*(skip|ignore)[^\n]*/g;
const complete =
  /:(?<reason>[^:()]{15,}.*)\(until (?<day>\d{4}-\d{2}-\d{2})\)\s*$/;

function problemOf(text, today) {
  const { reason, day } = text.match(complete)?.groups ?? {};
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
