import { z } from 'zod';
import { repositoryOf, viewerOf, writableRepositoryOf } from '../access';
import { Github } from '../Github';
import { notFound } from '../http/errors';
import { readInput } from '../http/input';
import { ApiRequest, Route } from '../http/types';
import { issueView, labelView } from './present/pulls';
import { changePull, pullOf } from './pulls';
import { json, paged } from './reply';

const labelsInput = z.union([
  z.object({
    labels: z.array(z.union([z.string(), z.object({ name: z.string() })])),
  }),
  z.array(z.string()).transform(labels => ({ labels })),
]);

const assigneesInput = z.object({ assignees: z.array(z.string()).default([]) });

function labelNames(body: unknown): string[] {
  return readInput(labelsInput, body)
    .labels.map(label => (typeof label === 'string' ? label : label.name))
    .map(name => name.trim())
    .filter(name => name !== '');
}

async function setLabels(
  github: Github,
  request: ApiRequest,
  next: (known: string[]) => string[],
) {
  const repository = writableRepositoryOf(github, request, 'triage');
  const { login } = viewerOf(request);
  return github.locks.run(repository.id, async () => {
    const pull = pullOf(github, repository, request);
    const updated = await changePull(
      github,
      repository,
      pull,
      { labels: [...new Set(next(pull.labels))] },
      'labeled',
      login,
    );
    return json(
      updated.labels.map(label => labelView(github, repository, label)),
    );
  });
}

function labelRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
  return [
    {
      operation: `GET ${base}`,
      handler: request => {
        const repository = repositoryOf(github, request);
        const { labels } = pullOf(github, repository, request);
        return paged(github, request, labels, label =>
          labelView(github, repository, label),
        );
      },
    },
    {
      operation: `POST ${base}`,
      handler: request => {
        const added = labelNames(request.body);
        return setLabels(github, request, known => [...known, ...added]);
      },
    },
    {
      operation: `PUT ${base}`,
      handler: request => {
        const wanted = labelNames(request.body);
        return setLabels(github, request, () => wanted);
      },
    },
    {
      operation: `DELETE ${base}/{name}`,
      handler: request =>
        setLabels(github, request, known => {
          if (!known.includes(request.params.name)) {
            throw notFound('Label does not exist');
          }
          return known.filter(label => label !== request.params.name);
        }),
    },
    {
      operation: 'GET /repos/{owner}/{repo}/labels',
      handler: request => {
        const repository = repositoryOf(github, request);
        const names = new Set(
          github.store.pulls.list(repository.id).flatMap(pull => pull.labels),
        );
        return paged(github, request, [...names].sort(), label =>
          labelView(github, repository, label),
        );
      },
    },
  ];
}

/** Pull requests seen as issues; the sandbox has no others. */
export function issueRoutes(github: Github): Route[] {
  const base = '/repos/{owner}/{repo}/issues';
  return [
    {
      operation: `GET ${base}`,
      handler: request => {
        const repository = repositoryOf(github, request);
        const state = request.query.get('state') ?? 'open';
        const pulls = github.store.pulls
          .list(repository.id)
          .filter(pull => state === 'all' || pull.state === state)
          .reverse();
        return paged(github, request, pulls, pull =>
          issueView(github, repository, pull),
        );
      },
    },
    {
      operation: `GET ${base}/{issue_number}`,
      handler: request => {
        const repository = repositoryOf(github, request);
        return json(
          issueView(github, repository, pullOf(github, repository, request)),
        );
      },
    },
    {
      operation: `POST ${base}/{issue_number}/assignees`,
      handler: async request => {
        const repository = writableRepositoryOf(github, request, 'triage');
        const { login } = viewerOf(request);
        const { assignees } = readInput(assigneesInput, request.body);
        return github.locks.run(repository.id, async () => {
          const pull = pullOf(github, repository, request);
          // GitHub leaves out whom it does not know.
          const known = assignees.flatMap(
            name => github.store.users.get('', name.toLowerCase())?.login ?? [],
          );
          const updated = await changePull(
            github,
            repository,
            pull,
            { assignees: [...new Set([...pull.assignees, ...known])] },
            'assigned',
            login,
          );
          return json(issueView(github, repository, updated), 201);
        });
      },
    },
    ...labelRoutes(github),
  ];
}
