import { repositoryOf } from '../access';
import { Github } from '../Github';
import { notFound } from '../http/errors';
import { ApiRequest, ApiResponse, Route } from '../http/types';
import { commitOf, isEmpty } from './refsInput';

async function redirect(
  github: Github,
  request: ApiRequest,
  format: 'tar.gz' | 'zip',
): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  if (isEmpty(repository)) {
    throw notFound();
  }
  const sha = await commitOf(github, repository, request.params.ref);
  return {
    status: 302,
    headers: {
      location: github.urls.html(
        `/_codeload/${repository.owner}/${repository.name}/legacy.${format}/${sha}`,
      ),
    },
  };
}

/** Whole commits as archives: as on GitHub, the API says where they are. */
export function archiveRoutes(github: Github): Route[] {
  return (['tarball', 'zipball'] as const).flatMap(kind => {
    const handler = (request: ApiRequest) =>
      redirect(github, request, kind === 'zipball' ? 'zip' : 'tar.gz');
    return [
      { operation: `GET /repos/{owner}/{repo}/${kind}`, handler },
      { operation: `GET /repos/{owner}/{repo}/${kind}/{ref+}`, handler },
    ];
  });
}
