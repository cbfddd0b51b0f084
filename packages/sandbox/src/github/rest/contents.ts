import { repositoryOf } from '../access';
import { isTreePath } from '../git/names';
import { readObject } from '../git/objects';
import { listTree } from '../git/trees';
import { directoryOf, Github, Repository } from '../Github';
import { notFound } from '../http/errors';
import { ApiRequest, ApiResponse, Route } from '../http/types';
import {
  ContentItem,
  contentType,
  contentView,
  fileView,
} from './present/contents';
import { commitOf, isEmpty } from './refsInput';
import { json } from './reply';

type Media = 'raw' | 'object' | 'json';

function mediaOf(request: ApiRequest): Media {
  const accept = request.headers.accept ?? '';
  if (/application\/vnd\.github(\.v3)?\.raw(\+json)?/.test(accept)) {
    return 'raw';
  }
  return /application\/vnd\.github(\.v3)?\.object(\+json)?/.test(accept)
    ? 'object'
    : 'json';
}

async function listFolder(
  dir: string,
  commit: string,
  path: string,
): Promise<ContentItem[] | undefined> {
  const entries = await listTree(dir, path ? `${commit}:${path}` : commit);
  return entries?.map(entry => ({
    type: contentType(entry),
    path: path ? `${path}/${entry.path}` : entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
  }));
}

async function folderReply(
  github: Github,
  repository: Repository,
  commit: string,
  ref: string,
  path: string,
  sha: string,
  media: Media,
): Promise<ApiResponse> {
  const items = await listFolder(directoryOf(github, repository), commit, path);
  const views = (items ?? []).map(item =>
    contentView(github, repository, ref, item),
  );
  if (media !== 'object') {
    return json(views);
  }
  return {
    status: 200,
    headers: { 'x-github-media-type': 'github.v3; param=object; format=json' },
    body: {
      ...contentView(github, repository, ref, {
        type: 'dir',
        path,
        sha,
        size: 0,
      }),
      entries: views,
    },
  };
}

async function read(github: Github, request: ApiRequest): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  const path = (request.params.path ?? '').replace(/^\/+|\/+$/g, '');
  if (path !== '' && !isTreePath(path)) {
    throw notFound();
  }
  if (isEmpty(repository)) {
    throw notFound('This repository is empty.');
  }
  const ref = request.query.get('ref') || repository.defaultBranch;
  const commit = await commitOf(
    github,
    repository,
    ref,
    `No commit found for the ref ${ref}`,
  );
  const dir = directoryOf(github, repository);
  const object = await readObject(dir, `${commit}:${path}`);
  if (!object) {
    throw notFound();
  }
  const media = mediaOf(request);
  if (object.type === 'tree') {
    return folderReply(
      github,
      repository,
      commit,
      ref,
      path,
      object.sha,
      media,
    );
  }
  if (media === 'raw') {
    return {
      status: 200,
      raw: {
        type: 'application/vnd.github.raw; charset=utf-8',
        data: object.data,
      },
    };
  }
  const item: ContentItem = {
    type: 'file',
    path,
    sha: object.sha,
    size: object.data.length,
  };
  return json(fileView(github, repository, ref, item, object.data));
}

async function readme(
  github: Github,
  request: ApiRequest,
): Promise<ApiResponse> {
  const repository = repositoryOf(github, request);
  const folder = request.params.dir ?? '';
  if (folder !== '' && !isTreePath(folder)) {
    throw notFound();
  }
  const ref = request.query.get('ref') || repository.defaultBranch;
  const commit = await commitOf(github, repository, ref);
  const items =
    (await listFolder(directoryOf(github, repository), commit, folder)) ?? [];
  const found = items.find(
    item => item.type === 'file' && /(^|\/)readme(\.[a-z]+)?$/i.test(item.path),
  );
  if (!found) {
    throw notFound();
  }
  return read(github, {
    ...request,
    params: { ...request.params, path: found.path },
  });
}

/** Files and folders, for reading. */
export function contentRoutes(github: Github): Route[] {
  return [
    {
      operation: 'GET /repos/{owner}/{repo}/contents',
      handler: request => read(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/contents/',
      handler: request => read(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/contents/{path+}',
      handler: request => read(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/readme',
      handler: request => readme(github, request),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/readme/{dir+}',
      handler: request => readme(github, request),
    },
  ];
}
