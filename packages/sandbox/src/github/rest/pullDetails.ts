import { z } from 'zod';
import { repositoryOf, viewerOf, writableRepositoryOf } from '../access';
import { diffFiles } from '../git/diff';
import { listCommits } from '../git/log';
import { directoryOf, Github, Repository, timestamp } from '../Github';
import { GithubError, validationFailed } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, Route } from '../http/types';
import { pullBase } from '../pulls/figures';
import { ReviewDoc } from '../store/types';
import { commitView, fileChangeView } from './present/commits';
import { associationOf, PullRequest, pullView } from './present/pulls';
import { teamView } from './present/teams';
import { nodeId, simpleUser } from './present/users';
import { changePull, pullOf } from './pulls';
import { json, paged } from './reply';

const reviewersInput = z.object({
  reviewers: z.array(z.string()).default([]),
  team_reviewers: z.array(z.string()).default([]),
});

const reviewInput = z.object({
  commit_id: z.string().optional(),
  body: z.string().max(65_536).default(''),
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']),
});

const reviewStates = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

function reviewView(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  review: ReviewDoc,
) {
  const full = `${repository.owner}/${repository.name}`;
  const html = github.urls.html(
    `/${full}/pull/${pull.number}#pullrequestreview-${review.id}`,
  );
  const url = github.urls.api(`/repos/${full}/pulls/${pull.number}`);
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: simpleUser(github, review.login),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    _links: { html: { href: html }, pull_request: { href: url } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
    author_association: associationOf(github, repository, review.login),
  };
}

function reviewersView(
  github: Github,
  repository: Repository,
  pull: PullRequest,
) {
  return {
    users: pull.reviewers.map(login => simpleUser(github, login)),
    teams: pull.teamReviewers.flatMap(slug => {
      const team = github.store.teams.get(repository.owner.toLowerCase(), slug);
      return team ? [teamView(github, team)] : [];
    }),
  };
}

/** Logins and slugs as they are stored, all of them known. */
function knownReviewers(
  github: Github,
  repository: Repository,
  pull: PullRequest,
  input: z.output<typeof reviewersInput>,
) {
  const users = input.reviewers.map(
    login => github.store.users.get('', login.toLowerCase())?.login,
  );
  const teams = input.team_reviewers.map(
    slug =>
      github.store.teams.get(repository.owner.toLowerCase(), slug.toLowerCase())
        ?.slug,
  );
  if (users.includes(undefined) || teams.includes(undefined)) {
    throw new GithubError(
      422,
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    );
  }
  if (users.includes(pull.author)) {
    throw new GithubError(
      422,
      'Review cannot be requested from pull request author.',
    );
  }
  return { users: users as string[], teams: teams as string[] };
}

async function setReviewers(github: Github, request: ApiRequest, add: boolean) {
  const repository = writableRepositoryOf(github, request);
  const { login } = viewerOf(request);
  const input = readInput(reviewersInput, request.body);
  return github.locks.run(repository.id, async () => {
    const pull = pullOf(github, repository, request);
    const { users, teams } = knownReviewers(github, repository, pull, input);
    const merge = (known: string[], changed: string[]) =>
      add
        ? [...new Set([...known, ...changed])]
        : known.filter(one => !changed.includes(one));
    const updated = await changePull(
      github,
      repository,
      pull,
      {
        reviewers: merge(pull.reviewers, users),
        teamReviewers: merge(pull.teamReviewers, teams),
      },
      add ? 'review_requested' : 'review_request_removed',
      login,
    );
    return json(pullView(github, repository, updated, login), add ? 201 : 200);
  });
}

async function createReview(github: Github, request: ApiRequest) {
  const repository = writableRepositoryOf(github, request, 'pull');
  const { login } = viewerOf(request);
  const input = readInput(reviewInput, request.body);
  return github.locks.run(repository.id, async () => {
    const pull = pullOf(github, repository, request);
    if (pull.author === login && input.event !== 'COMMENT') {
      throw validationFailed([
        {
          resource: 'PullRequestReview',
          field: 'user_id',
          code: 'custom',
          message:
            input.event === 'APPROVE'
              ? 'Can not approve your own pull request'
              : 'Can not request changes on your own pull request',
        },
      ]);
    }
    const doc: ReviewDoc = {
      id: pull.id * 1000 + pull.reviews.length + 1,
      login,
      state: reviewStates[input.event],
      body: input.body,
      commitId: input.commit_id ?? pull.headSha,
      submittedAt: timestamp(github),
    };
    github.store.pulls.update(pull.id, {
      reviews: [...pull.reviews, doc],
      reviewers: pull.reviewers.filter(reviewer => reviewer !== login),
      updatedAt: doc.submittedAt,
    });
    return json(reviewView(github, repository, pull, doc));
  });
}

/** Files, commits, reviewers and reviews of pull requests. */
export function pullDetailRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/pulls/{pull_number}';
  return [
    {
      operation: `GET ${base}/files`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const pull = pullOf(github, repository, request);
        const dir = directoryOf(github, repository);
        const files = await diffFiles(
          dir,
          await pullBase(dir, pull),
          pull.headSha,
        );
        return paged(github, request, files, file =>
          fileChangeView(github, repository, pull.headSha, file),
        );
      },
    },
    {
      operation: `GET ${base}/commits`,
      handler: async request => {
        const repository = repositoryOf(github, request);
        const pull = pullOf(github, repository, request);
        const commits = await listCommits(
          directoryOf(github, repository),
          pull.headSha,
          {
            exclude: await pullBase(directoryOf(github, repository), pull),
            reverse: true,
          },
        );
        return paged(github, request, commits, commit =>
          commitView(github, repository, commit),
        );
      },
    },
    {
      operation: `GET ${base}/requested_reviewers`,
      handler: request => {
        const repository = repositoryOf(github, request);
        const pull = pullOf(github, repository, request);
        return json(reviewersView(github, repository, pull));
      },
    },
    {
      operation: `POST ${base}/requested_reviewers`,
      handler: request => setReviewers(github, request, true),
    },
    {
      operation: `DELETE ${base}/requested_reviewers`,
      handler: request => setReviewers(github, request, false),
    },
    {
      operation: `GET ${base}/reviews`,
      handler: request => {
        const repository = repositoryOf(github, request);
        const pull = pullOf(github, repository, request);
        return paged(github, request, pull.reviews, one =>
          reviewView(github, repository, pull, one),
        );
      },
    },
    {
      operation: `POST ${base}/reviews`,
      handler: request => createReview(github, request),
    },
  ];
}
