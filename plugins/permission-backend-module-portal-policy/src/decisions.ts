import {
  goldenPathCheckPermission,
  goldenPathUnregisterPermission,
} from '@arctiq/plugin-golden-path-common';
import { pullRequestsReadPermission } from '@arctiq/plugin-pull-requests-common';
import {
  sloCorrectionCreatePermission,
  sloExemptionCreatePermission,
  sloGateAskPermission,
  sloReadPermission,
} from '@arctiq/plugin-slo-common';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogIngestionManagePermission,
  catalogIngestionReadPermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import type { Permission } from '@backstage/plugin-permission-common';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  everyone,
  leadership,
  owner,
  platform,
  taskOwner,
  teamMember,
  unlessPlatformOnly,
  type Rule,
} from './rules';

/** One line of the policy: who has a permission, and why. */
export interface PolicyRow<TPermission extends Permission = Permission> {
  permission: TPermission;
  rule: Rule<TPermission>;
  reason: string;
}

/**
 * Who may do what in the portal. A permission that is not in this table is
 * denied to everybody, so a new plugin needs its rows here before it works.
 */
export const policyTable: readonly PolicyRow[] = [
  // The catalog
  row(
    catalogEntityReadPermission,
    everyone,
    'Who owns what is open to all: an on-call engineer must find it at night',
  ),
  row(
    catalogEntityCreatePermission,
    teamMember,
    'What is registered needs a team that stands behind it',
  ),
  row(
    catalogEntityDeletePermission,
    owner,
    'Only the owner knows that nobody needs it any more',
  ),
  row(
    catalogEntityRefreshPermission,
    teamMember,
    'Reads the repository again and changes nothing else',
  ),
  row(
    catalogEntityValidatePermission,
    teamMember,
    'Part of registering; nothing is stored',
  ),
  row(
    catalogLocationReadPermission,
    everyone,
    'Tells where an entity was registered from',
  ),
  row(
    catalogLocationCreatePermission,
    teamMember,
    'Registering a repository, by import or by a golden path',
  ),
  row(
    catalogLocationAnalyzePermission,
    teamMember,
    'Part of the import: the backend reads a repository for the person',
  ),
  row(
    catalogLocationDeletePermission,
    platform,
    'Knows no owner, so it would remove the entities of any team; owners unregister through the golden path',
  ),
  row(
    catalogIngestionReadPermission,
    platform,
    'Shows the state of providers, which the platform runs',
  ),
  row(
    catalogIngestionManagePermission,
    platform,
    'Can clear everything that a provider brought',
  ),

  // Golden paths
  row(
    templateParameterReadPermission,
    unlessPlatformOnly,
    'The forms are open to all, so that everybody sees what a path asks',
  ),
  row(
    templateStepReadPermission,
    unlessPlatformOnly,
    'A step that is not seen is not run either',
  ),
  row(
    taskCreatePermission,
    teamMember,
    'What is created needs a team that owns it',
  ),
  row(
    actionExecutePermission,
    teamMember,
    'Templates come from the portal repository alone, so their steps are reviewed',
  ),
  row(
    taskReadPermission,
    taskOwner,
    'Answers and logs of a run can hold what is meant for its author only',
  ),
  row(
    taskCancelPermission,
    taskOwner,
    'Stopping half-way leaves work behind for whoever started it',
  ),
  row(
    templateDryRunPermission,
    platform,
    'Runs any steps that the caller sends, without review',
  ),
  row(
    templateManagementPermission,
    platform,
    'Opens the editor of templates, whose trial runs are for the platform',
  ),
  row(
    goldenPathCheckPermission,
    teamMember,
    'Asks GitHub for a name; of use only to those who may create',
  ),
  row(
    goldenPathUnregisterPermission,
    teamMember,
    'That the team owns the component is checked with each request',
  ),

  // Pull requests
  row(
    pullRequestsReadPermission,
    everyone,
    'Titles, authors and ages; the code stays at GitHub behind its own rights',
  ),

  // Error budgets
  row(
    sloReadPermission,
    everyone,
    'How reliable a service is matters most to those who depend on it',
  ),
  row(
    sloGateAskPermission,
    everyone,
    'Asking changes nothing, and the answer says why a deploy waits',
  ),
  row(
    sloCorrectionCreatePermission,
    owner,
    'Only the owner knows which time was planned; each record names who said so',
  ),
  row(
    sloExemptionCreatePermission,
    leadership,
    'The policy lets a VP decide to ship on a spent budget, not the team itself',
  ),
];

/** The permission and what the rule expects of it are checked against each other by their types. */
function row<TPermission extends Permission>(
  permission: TPermission,
  rule: Rule<TPermission>,
  reason: string,
): PolicyRow {
  return { permission, rule, reason };
}
