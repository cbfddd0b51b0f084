import { Github, Repository } from '../Github';
import { fullPull, PullRequest } from '../rest/present/pulls';
import { simpleUser } from '../rest/present/users';
import { pullFigures } from '../pulls/figures';
import { emit } from '../webhooks/emit';

/**
 * Prepares the webhook of something that happened to a pull request; the
 * answered function writes it and belongs inside the transaction.
 *
 * @param pull - as it is after the event
 */
export async function preparePullEvent(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  action: string,
  actor: string,
  extra: Record<string, unknown> = {},
): Promise<() => void> {
  const figures = await pullFigures(github, repository, pull);
  return () =>
    emit(github, repository, 'pull_request', action, {
      number: pull.number,
      pull_request: fullPull(github, repository, pull, undefined, figures),
      sender: simpleUser(github, actor),
      ...extra,
    });
}
