import { z } from 'zod';
import { repositoryOf } from '../access';
import { Github } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, Route } from '../http/types';
import { ProtectionDoc } from '../store/types';
import { branchOf } from './branches';
import {
  protectionUrl,
  protectionView,
  signaturesView,
} from './present/protection';
import { json, noContent } from './reply';

const names = z.array(z.string()).default([]);
const flag = z.boolean().nullish();
const people = z.object({ users: names, teams: names });

const protectionInput = z.object({
  required_status_checks: z
    .object({
      strict: z.boolean(),
      contexts: names,
      checks: z.array(z.object({ context: z.string() })).optional(),
    })
    .nullable(),
  enforce_admins: z.boolean().nullable(),
  required_pull_request_reviews: z
    .object({
      dismiss_stale_reviews: flag,
      require_code_owner_reviews: flag,
      required_approving_review_count: z.number().int().min(0).max(6).nullish(),
      require_last_push_approval: flag,
      bypass_pull_request_allowances: people.optional(),
    })
    .nullable(),
  restrictions: people.nullable(),
  required_linear_history: flag,
  allow_force_pushes: flag,
  allow_deletions: flag,
  block_creations: flag,
  required_conversation_resolution: flag,
  lock_branch: flag,
  allow_fork_syncing: flag,
});

function toDoc(
  branch: string,
  input: z.output<typeof protectionInput>,
  known: ProtectionDoc | undefined,
): ProtectionDoc {
  const checks = input.required_status_checks;
  const reviews = input.required_pull_request_reviews;
  return {
    branch,
    requiredStatusChecks: checks
      ? {
          strict: checks.strict,
          contexts:
            checks.checks?.map(check => check.context) ?? checks.contexts,
        }
      : undefined,
    enforceAdmins: input.enforce_admins ?? false,
    requiredReviews: reviews
      ? {
          dismissStaleReviews: reviews.dismiss_stale_reviews ?? false,
          requireCodeOwnerReviews: reviews.require_code_owner_reviews ?? false,
          requiredApprovingReviewCount:
            reviews.required_approving_review_count ?? 1,
          requireLastPushApproval: reviews.require_last_push_approval ?? false,
          bypass: reviews.bypass_pull_request_allowances,
        }
      : undefined,
    restrictions: input.restrictions ?? undefined,
    requiredLinearHistory: input.required_linear_history ?? false,
    allowForcePushes: input.allow_force_pushes ?? false,
    allowDeletions: input.allow_deletions ?? false,
    blockCreations: input.block_creations ?? false,
    requiredConversationResolution:
      input.required_conversation_resolution ?? false,
    lockBranch: input.lock_branch ?? false,
    allowForkSyncing: input.allow_fork_syncing ?? false,
    requiredSignatures: known?.requiredSignatures ?? false,
  };
}

/** Protection of branches. Seeing it takes an administrator, as on GitHub. */
export function protectionRoutes(github: Github): Route[] {
  const { protections } = github.store;
  const base = '/repos/{owner}/{repo}/branches/{branch+}/protection';

  function find(request: ApiRequest) {
    const repository = repositoryOf(github, request, 'admin');
    const branch = branchOf(github, repository, request);
    const protection = protections.get(repository.id, branch.name);
    if (!protection) {
      throw notFound('Branch not protected');
    }
    return { repository, protection };
  }

  function setSignatures(request: ApiRequest, enabled: boolean) {
    const { repository, protection } = find(request);
    protections.update(protection.id, { requiredSignatures: enabled });
    const url = protectionUrl(github, repository, protection.branch);
    return signaturesView(url, enabled);
  }

  return [
    {
      operation: `GET ${base}`,
      handler: request => {
        const { repository, protection } = find(request);
        return json(protectionView(github, repository, protection));
      },
    },
    {
      operation: `PUT ${base}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'admin');
        const { name } = branchOf(github, repository, request);
        if (request.body === undefined) {
          throw new GithubError(422, 'Invalid request.\n\nThe body is empty.');
        }
        const input = readInput(protectionInput, request.body);
        const protection = protections.put(
          repository.id,
          name,
          toDoc(name, input, protections.get(repository.id, name)),
        );
        return json(protectionView(github, repository, protection));
      },
    },
    {
      operation: `DELETE ${base}`,
      handler: request => {
        const { repository, protection } = find(request);
        protections.remove(repository.id, protection.branch);
        return noContent;
      },
    },
    {
      operation: `GET ${base}/required_signatures`,
      handler: request => {
        const { repository, protection } = find(request);
        const url = protectionUrl(github, repository, protection.branch);
        return json(signaturesView(url, protection.requiredSignatures));
      },
    },
    {
      operation: `POST ${base}/required_signatures`,
      handler: request => json(setSignatures(request, true)),
    },
    {
      operation: `DELETE ${base}/required_signatures`,
      handler: request => {
        setSignatures(request, false);
        return noContent;
      },
    },
  ];
}
