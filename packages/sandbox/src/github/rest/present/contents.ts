import { TreeEntry } from '../../git/trees';
import { Github, Repository } from '../../Github';
import { encodePath } from '../../urls';

/** Something in a tree, with the path from the root. */
export interface ContentItem {
  type: 'file' | 'dir' | 'symlink' | 'submodule';
  path: string;
  sha: string;
  size: number;
}

/** What GitHub calls a line of a tree. */
export function contentType(
  entry: Pick<TreeEntry, 'mode' | 'type'>,
): ContentItem['type'] {
  if (entry.mode === '120000') {
    return 'symlink';
  }
  if (entry.type === 'commit') {
    return 'submodule';
  }
  return entry.type === 'tree' ? 'dir' : 'file';
}

/**
 * A file or folder without its contents.
 *
 * @param ref - branch, tag or commit that links name
 */
export function contentView(
  github: Github,
  repository: Repository,
  ref: string,
  item: ContentItem,
) {
  const name = `${repository.owner}/${repository.name}`;
  const api = github.urls.api(`/repos/${name}`);
  const page = github.urls.html(`/${name}`);
  const path = encodePath(item.path);
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const isDir = item.type === 'dir';
  const html = `${page}/${isDir ? 'tree' : 'blob'}/${encodePath(ref)}/${path}`;
  const git = `${api}/git/${isDir ? 'trees' : 'blobs'}/${item.sha}`;
  return {
    name: item.path.split('/').at(-1) ?? '',
    path: item.path,
    sha: item.sha,
    size: item.size,
    url,
    html_url: html,
    git_url: git,
    download_url: isDir ? null : `${page}/raw/${encodePath(ref)}/${path}`,
    type: item.type,
    _links: { self: url, git, html },
  };
}

/** A file with its contents; GitHub leaves out those of over a megabyte. */
export function fileView(
  github: Github,
  repository: Repository,
  ref: string,
  item: ContentItem,
  data: Buffer,
) {
  const inline = data.length <= 1024 * 1024;
  return {
    ...contentView(github, repository, ref, item),
    content: inline ? wrapBase64(data) : '',
    encoding: inline ? 'base64' : 'none',
  };
}

/** Base64 in lines of sixty characters, as GitHub sends it. */
export function wrapBase64(data: Buffer): string {
  return data.toString('base64').replace(/.{1,60}/g, line => `${line}\n`);
}
