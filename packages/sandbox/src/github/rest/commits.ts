import { repositoryOf } from '../access';
import { diffFiles, diffText, emptyTree } from '../git/diff';
import {
  countCommits,
  listCommits,
  LogOptions,
  mergeBase,
  readCommit,
} from '../git/log';
import { isTreePath } from '../git/names';
import { directoryOf, Github } from '../Github';
import { GithubError, notFound } from '../http/errors';
import { readPage, slicePage } from '../http/pagination';
import { ApiRequest, ApiResponse, Route } from '../http/types';
import { commitView, fileChangeView } from './present/commits';
import { commitOf, emptyRepository, isEmpty } from './refsInput';
import { json, pageHeaders } from './reply';

function isoDate(text: string | null): string | undefined {
  const time = text === null ? NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

async function list(github: Github, request: ApiRequest): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  if (isEmpty(repository)) {
    throw emptyRepository();
  }
  const { query } = request;
  const commit = await commitOf(github, repository, query.get('sha'));
  const path = query.get('path')?.replace(/^\/+|\/+$/g, '') || undefined;
  if (path && !isTreePath(path)) {
    return json([]);
  }
  const author = query.get('author') ?? undefined;
  const options: LogOptions = {
    path,
    author:
      author &&
      (github.store.users.get('', author.toLowerCase())?.email ?? author),
    since: isoDate(query.get('since')),
    until: isoDate(query.get('until')),
  };
  const dir = directoryOf(github, repository);
  const { page, perPage } = readPage(query);
  const [commits, total] = await Promise.all([
    listCommits(dir, commit, {
      ...options,
      skip: (page - 1) * perPage,
      limit: perPage,
    }),
    countCommits(dir, commit, options),
  ]);
  return {
    status: 200,
    body: commits.map(one => commitView(github, repository, one)),
    headers: pageHeaders(github, request, total),
  };
}

async function get(github: Github, request: ApiRequest): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  if (isEmpty(repository)) {
    throw emptyRepository();
  }
  const { ref } = request.params;
  const sha = await commitOf(github, repository, ref).catch(error => {
    throw error instanceof GithubError
      ? new GithubError(422, `No commit found for SHA: ${ref}`)
      : error;
  });
  const accept = request.headers.accept ?? '';
  if (/vnd\.github(\.v3)?\.sha/.test(accept)) {
    return {
      status: 200,
      raw: { type: 'application/vnd.github.sha; charset=utf-8', data: sha },
    };
  }
  const dir = directoryOf(github, repository);
  const commit = await readCommit(dir, sha);
  const parent = commit.parents[0] ?? emptyTree;
  if (/vnd\.github(\.v3)?\.diff/.test(accept)) {
    return {
      status: 200,
      raw: {
        type: 'application/vnd.github.diff; charset=utf-8',
        data: await diffText(dir, parent, sha),
      },
    };
  }
  const files = await diffFiles(dir, parent, sha);
  const sum = (field: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[field], 0);
  const additions = sum('additions');
  const deletions = sum('deletions');
  return {
    status: 200,
    body: {
      ...commitView(github, repository, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: slicePage(files, {
        page: readPage(request.query).page,
        perPage: 300,
      }).map(file => fileChangeView(github, repository, sha, file)),
    },
  };
}

async function compare(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  const match = /^(.+?)\.\.\.(.+)$/.exec(request.params.basehead);
  if (!match) {
    throw notFound();
  }
  // `owner:branch` names a fork; the sandbox has none besides the owner itself.
  const [base, head] = match
    .slice(1)
    .map(ref => ref.replace(`${repository.owner}:`, ''));
  const baseSha = await commitOf(github, repository, base);
  const headSha = await commitOf(github, repository, head);
  const dir = directoryOf(github, repository);
  const common = await mergeBase(dir, baseSha, headSha);
  if (!common) {
    throw notFound(`No common ancestor between ${base} and ${head}.`);
  }
  if ((request.headers.accept ?? '').includes('.diff')) {
    return {
      status: 200,
      raw: {
        type: 'application/vnd.github.diff; charset=utf-8',
        data: await diffText(dir, common, headSha),
      },
    };
  }
  const [ahead, behind, baseCommit, commonCommit, files, commits] =
    await Promise.all([
      countCommits(dir, headSha, { exclude: baseSha }),
      countCommits(dir, baseSha, { exclude: headSha }),
      readCommit(dir, baseSha),
      readCommit(dir, common),
      diffFiles(dir, common, headSha),
      listCommits(dir, headSha, { exclude: baseSha, reverse: true }),
    ]);
  const full = `${repository.owner}/${repository.name}`;
  const page = github.urls.html(`/${full}/compare/${base}...${head}`);
  const diverged = ahead > 0 ? 'diverged' : 'behind';
  const straight = ahead > 0 ? 'ahead' : 'identical';
  return {
    status: 200,
    headers: pageHeaders(github, request, commits.length),
    body: {
      url: github.urls.api(`/repos/${full}/compare/${base}...${head}`),
      html_url: page,
      permalink_url: github.urls.html(
        `/${full}/compare/${baseSha}...${headSha}`,
      ),
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: commitView(github, repository, baseCommit),
      merge_base_commit: commitView(github, repository, commonCommit),
      status: behind > 0 ? diverged : straight,
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      commits: slicePage(commits, readPage(request.query)).map(commit =>
        commitView(github, repository, commit),
      ),
      files: files.map(file =>
        fileChangeView(github, repository, headSha, file),
      ),
    },
  };
}

/** Commits and what is between two of them. */
export function commitRoutes(github: Github): Route[] {
  return [
    {
      operation: 'GET /repos/{owner}/{repo}/commits',
      handler: request => list(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/compare/{basehead+}',
      handler: request => compare(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/commits/{ref+}',
      handler: request => get(github, request),
    },
  ];
}
