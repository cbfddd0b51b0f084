import { Github } from '../Github';
import { Route } from '../http/types';
import { actionRoutes } from './actions';
import { archiveRoutes } from './archives';
import { branchRoutes } from './branches';
import { commitRoutes } from './commits';
import { contentRoutes } from './contents';
import { contentWriteRoutes } from './contentWrites';
import { deploymentRoutes } from './deployments';
import { gitObjectRoutes } from './gitObjects';
import { gitRefRoutes } from './gitRefs';
import { hookRoutes } from './hooks';
import { issueRoutes } from './issues';
import { metaRoutes } from './meta';
import { organizationRoutes } from './organizations';
import { protectionRoutes } from './protection';
import { pullDetailRoutes } from './pullDetails';
import { pullRoutes } from './pulls';
import { repositoryRoutes } from './repositories';
import { repositoryAccessRoutes } from './repositoryAccess';
import { repositoryExtraRoutes } from './repositoryExtras';
import { searchRoutes } from './search';
import { statusRoutes } from './statuses';
import { teamRoutes } from './teams';
import { userRoutes } from './users';

/** Every operation; where two fit a path, the earlier one is meant. */
export function apiRoutes(github: Github): Route[] {
  return [
    ...metaRoutes(github),
    ...userRoutes(github),
    ...organizationRoutes(github),
    ...teamRoutes(github),
    ...repositoryRoutes(github),
    ...repositoryAccessRoutes(github),
    ...repositoryExtraRoutes(github),
    ...contentRoutes(github),
    ...contentWriteRoutes(github),
    ...gitObjectRoutes(github),
    ...gitRefRoutes(github),
    // Branches and refs may hold slashes: what follows them comes first.
    ...protectionRoutes(github),
    ...branchRoutes(github),
    ...statusRoutes(github),
    ...commitRoutes(github),
    ...archiveRoutes(github),
    ...pullDetailRoutes(github),
    ...pullRoutes(github),
    ...issueRoutes(github),
    ...searchRoutes(github),
    ...actionRoutes(github),
    ...deploymentRoutes(github),
    ...hookRoutes(github),
  ];
}
