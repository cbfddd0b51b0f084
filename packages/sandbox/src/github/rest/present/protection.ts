import { Github, Repository } from '../../Github';
import { ProtectionDoc } from '../../store/types';
import { encodePath } from '../../urls';
import { teamView } from './teams';
import { simpleUser } from './users';

/** Address of a branch's protection. */
export function protectionUrl(
  github: Github,
  repository: Repository,
  branch: string,
): string {
  return github.urls.api(
    `/repos/${repository.owner}/${repository.name}/branches/${encodePath(
      branch,
    )}/protection`,
  );
}

function teams(github: Github, repository: Repository, slugs: string[]) {
  return slugs.flatMap(slug => {
    const team = github.store.teams.get(
      repository.owner.toLowerCase(),
      slug.toLowerCase(),
    );
    return team ? [teamView(github, team)] : [];
  });
}

/** Whether commits of a branch must be signed. */
export function signaturesView(url: string, enabled: boolean) {
  return { url: `${url}/required_signatures`, enabled };
}

/** The protection of a branch. */
export function protectionView(
  github: Github,
  repository: Repository,
  protection: ProtectionDoc,
) {
  const url = protectionUrl(github, repository, protection.branch);
  const { requiredStatusChecks, requiredReviews, restrictions } = protection;
  return {
    url,
    ...(requiredStatusChecks
      ? {
          required_status_checks: {
            url: `${url}/required_status_checks`,
            strict: requiredStatusChecks.strict,
            contexts: requiredStatusChecks.contexts,
            contexts_url: `${url}/required_status_checks/contexts`,
            checks: requiredStatusChecks.contexts.map(context => ({
              context,
              app_id: null,
            })),
          },
        }
      : {}),
    ...(requiredReviews
      ? {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: requiredReviews.dismissStaleReviews,
            require_code_owner_reviews: requiredReviews.requireCodeOwnerReviews,
            required_approving_review_count:
              requiredReviews.requiredApprovingReviewCount,
            require_last_push_approval: requiredReviews.requireLastPushApproval,
            ...(requiredReviews.bypass
              ? {
                  bypass_pull_request_allowances: {
                    users: requiredReviews.bypass.users.map(login =>
                      simpleUser(github, login),
                    ),
                    teams: teams(
                      github,
                      repository,
                      requiredReviews.bypass.teams,
                    ),
                    apps: [],
                  },
                }
              : {}),
          },
        }
      : {}),
    ...(restrictions
      ? {
          restrictions: {
            url: `${url}/restrictions`,
            users_url: `${url}/restrictions/users`,
            teams_url: `${url}/restrictions/teams`,
            apps_url: `${url}/restrictions/apps`,
            users: restrictions.users.map(login => simpleUser(github, login)),
            teams: teams(github, repository, restrictions.teams),
            apps: [],
          },
        }
      : {}),
    required_signatures: signaturesView(url, protection.requiredSignatures),
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: protection.enforceAdmins,
    },
    required_linear_history: { enabled: protection.requiredLinearHistory },
    allow_force_pushes: { enabled: protection.allowForcePushes },
    allow_deletions: { enabled: protection.allowDeletions },
    block_creations: { enabled: protection.blockCreations },
    required_conversation_resolution: {
      enabled: protection.requiredConversationResolution,
    },
    lock_branch: { enabled: protection.lockBranch },
    allow_fork_syncing: { enabled: protection.allowForkSyncing },
  };
}

/** The protection of a branch as lists of branches show it. */
export function shortProtection(protection: ProtectionDoc | undefined) {
  const checks = protection?.requiredStatusChecks;
  return {
    enabled: protection !== undefined,
    required_status_checks: {
      enforcement_level: checks ? 'everyone' : 'off',
      contexts: checks?.contexts ?? [],
      checks: (checks?.contexts ?? []).map(context => ({
        context,
        app_id: null,
      })),
    },
  };
}
