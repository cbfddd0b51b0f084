import type { CompanyModel } from '../../model';
import type { FileSeed, RepositorySeed } from '../../seed';
import { GITOPS_REPOSITORY, INFRASTRUCTURE_REPOSITORY } from '../addresses';
import { codeowners } from '../docs/repositoryFiles';
import { repositoryDates } from './dates';
import { repositoryTeams } from './teams';

/** What Argo CD syncs is a repository of its own. */
const GITOPS_FOLDER = 'infra/platform/';

/** Version of a module: the newest heading of its changelog. */
function moduleTags(files: readonly FileSeed[]): string[] {
  return files.flatMap(({ path, content }) => {
    const module = path.match(/^infra\/modules\/([^/]+)\/CHANGELOG\.md$/)?.[1];
    const version = content.match(/^## (\d+\.\d+\.\d+)/m)?.[1];
    return module && version ? [`${module}-v${version}`] : [];
  });
}

function platformRepository(
  model: CompanyModel,
  name: string,
  description: string,
  topics: string[],
  files: FileSeed[],
): RepositorySeed {
  return {
    name,
    description,
    visibility: 'public',
    topics,
    archived: false,
    files: [
      { path: 'CODEOWNERS', content: codeowners(model, 'platform') },
      ...files,
    ],
    teams: repositoryTeams('platform'),
    pullRequests: [],
    ...repositoryDates(model, name),
  };
}

/**
 * The two repositories in which changes of the platform arrive as pull
 * requests: Terraform, with a tag for the version of each module, and what
 * Argo CD syncs.
 *
 * @param files - `infra/` with the workflows and scripts of its pipelines
 */
export function infrastructureRepositories(
  model: CompanyModel,
  files: readonly FileSeed[],
): RepositorySeed[] {
  const isGitops = ({ path }: FileSeed) => path.startsWith(GITOPS_FOLDER);
  const terraform = files.filter(file => !isGitops(file));
  return [
    {
      ...platformRepository(
        model,
        INFRASTRUCTURE_REPOSITORY,
        'Terraform modules and the stacks of every account and region.',
        ['terraform', 'platform'],
        terraform,
      ),
      tags: moduleTags(terraform),
    },
    platformRepository(
      model,
      GITOPS_REPOSITORY,
      'What Argo CD syncs: add-ons, policies, projects and namespaces of teams.',
      ['gitops', 'argo-cd', 'platform'],
      files.filter(isGitops).map(file => ({
        ...file,
        path: file.path.slice(GITOPS_FOLDER.length),
      })),
    ),
  ];
}
