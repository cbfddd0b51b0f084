import { z } from 'zod';
import { GithubError } from './errors';

/**
 * Checks the body of a request.
 *
 * @throws GithubError 422 in GitHub's words, naming every field
 */
export function readInput<T extends z.ZodType>(
  schema: T,
  body: unknown,
): z.output<T> {
  const result = schema.safeParse(body ?? {});
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(issue => {
    const field = issue.path.join('.');
    if (issue.code === 'invalid_type' && issue.message.includes('undefined')) {
      return `"${field}" wasn't supplied.`;
    }
    return `For '${field ? `properties/${field}` : 'body'}', ${issue.message}.`;
  });
  throw new GithubError(422, `Invalid request.\n\n${problems.join('\n')}`);
}
