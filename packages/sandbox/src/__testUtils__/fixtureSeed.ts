import { GithubSeed } from '../github/GithubServer';

const workflow = `name: ci
on: [push, pull_request, workflow_dispatch]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: npm test
`;

/** A small organisation: two teams, three repositories, one pull request. */
export function fixtureSeed(): GithubSeed {
  return {
    organization: {
      login: 'acme',
      name: 'Acme',
      description: 'Sells things',
      members: [
        { login: 'amara', name: 'Amara Okafor', email: 'amara@acme.example' },
        { login: 'daniel', name: 'Daniel Reyes', email: 'daniel@acme.example' },
      ],
      teams: [
        {
          slug: 'orders',
          name: 'Orders',
          description: 'Takes orders',
          members: ['amara'],
          maintainers: ['amara'],
        },
        {
          slug: 'payments',
          name: 'Payments',
          description: 'Takes money',
          parent: 'orders',
          members: ['daniel'],
          maintainers: [],
        },
      ],
    },
    repositories: [
      {
        name: 'shop',
        description: 'The shop',
        visibility: 'public',
        topics: ['web'],
        archived: false,
        files: [
          {
            path: 'README.md',
            content: '# Shop\n\n<script>alert(1)</script>\n',
          },
          { path: 'catalog-info.yaml', content: 'kind: Component\n' },
          { path: 'docs/index.md', content: 'Hello\n' },
          { path: 'docs/sub dir/ünïcode.md', content: 'Hej\n' },
          { path: 'bin/run', content: '#!/bin/sh\n', executable: true },
          { path: '.github/workflows/ci.yaml', content: workflow },
        ],
        teams: [{ slug: 'orders', permission: 'admin' }],
        pullRequests: [
          {
            title: 'Say goodbye',
            body: 'It is polite.',
            branch: 'goodbye',
            author: 'daniel',
            reviewers: ['amara'],
            draft: false,
            labels: ['docs'],
            createdAt: '2026-11-01T10:00:00.000Z',
            files: [{ path: 'docs/index.md', content: 'Hello\nGoodbye\n' }],
          },
        ],
        createdAt: '2026-01-01T10:00:00.000Z',
        pushedAt: '2026-10-01T10:00:00.000Z',
      },
      {
        name: 'vault',
        description: 'Secret',
        visibility: 'private',
        topics: [],
        archived: false,
        files: [{ path: 'README.md', content: '# Vault\n' }],
        teams: [{ slug: 'payments', permission: 'push' }],
        pullRequests: [],
        createdAt: '2026-01-01T10:00:00.000Z',
        pushedAt: '2026-01-01T10:00:00.000Z',
      },
      {
        name: 'museum',
        description: 'Old',
        visibility: 'internal',
        topics: [],
        archived: true,
        files: [{ path: 'README.md', content: '# Museum\n' }],
        teams: [{ slug: 'orders', permission: 'push' }],
        pullRequests: [],
        createdAt: '2025-01-01T10:00:00.000Z',
        pushedAt: '2025-01-01T10:00:00.000Z',
      },
    ],
  };
}
