import { z } from 'zod';
import { repositoryOf } from '../access';
import { listCommits } from '../git/log';
import { directoryOf, Github } from '../Github';
import { invalidField, notFound } from '../http/errors';
import { readInput } from '../http/input';
import { Route } from '../http/types';
import { accountByEmail } from './present/commits';
import { isEmpty } from './refsInput';
import { json, noContent, paged } from './reply';
import { Stored } from '../store/documents';
import { AutolinkDoc } from '../store/types';

const autolinkInput = z.object({
  key_prefix: z.string().min(1),
  url_template: z.string().min(1),
  is_alphanumeric: z.boolean().default(true),
});

function autolinkView(autolink: Stored<AutolinkDoc>) {
  return {
    id: autolink.id,
    key_prefix: autolink.keyPrefix,
    url_template: autolink.urlTemplate,
    is_alphanumeric: autolink.isAlphanumeric,
  };
}

function autolinkRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/autolinks';
  const { autolinks } = github.store;
  return [
    {
      operation: `GET ${base}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'admin');
        return json(autolinks.list(repository.id).map(autolinkView));
      },
    },
    {
      operation: `POST ${base}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'admin');
        const input = readInput(autolinkInput, request.body);
        if (!input.url_template.includes('<num>')) {
          throw invalidField(
            'KeyLink',
            'url_template',
            'custom',
            'url_template must contain <num>',
          );
        }
        if (
          autolinks
            .list(repository.id)
            .some(known => known.keyPrefix === input.key_prefix)
        ) {
          throw invalidField('KeyLink', 'key_prefix', 'already_exists');
        }
        const autolink = autolinks.append(repository.id, {
          keyPrefix: input.key_prefix,
          urlTemplate: input.url_template,
          isAlphanumeric: input.is_alphanumeric,
        });
        return json(autolinkView(autolink), 201);
      },
    },
    {
      operation: `DELETE ${base}/{autolink_id}`,
      handler: request => {
        const repository = repositoryOf(github, request, 'admin');
        if (!autolinks.remove(repository.id, request.params.autolink_id)) {
          throw notFound();
        }
        return noContent;
      },
    },
  ];
}

/** Autolinks and contributors of a repository. */
export function repositoryExtraRoutes(github: Github): Route[] {
  return [
    ...autolinkRoutes(github),
    {
      operation: 'GET /repos/{owner}/{repo}/contributors',
      handler: async request => {
        const repository = repositoryOf(github, request);
        if (isEmpty(repository)) {
          return noContent;
        }
        const head = repository.refs[`refs/heads/${repository.defaultBranch}`];
        const commits = head
          ? await listCommits(directoryOf(github, repository), head)
          : [];
        const counts = new Map<string, number>();
        for (const { author } of commits) {
          counts.set(author.email, (counts.get(author.email) ?? 0) + 1);
        }
        const known = [...counts].flatMap(([email, contributions]) => {
          const account = accountByEmail(github, email);
          return account ? [{ ...account, contributions }] : [];
        });
        known.sort((a, b) => b.contributions - a.contributions);
        return paged(github, request, known, one => one);
      },
    },
  ];
}
