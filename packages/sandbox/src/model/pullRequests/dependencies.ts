import { type PullRequestRow, replace } from './row';

/** The bot that keeps dependencies fresh; it is nobody's User. */
export const RENOVATE = {
  login: 'renovate-bot',
  name: 'Renovate Bot',
  email: 'renovate-bot@arctiq.example',
} as const;

interface UpdateRow {
  repository: string;
  path: string;
  dependency: string;
  from: string;
  to: string;
  /** How the manifest writes a dependency with its version. */
  written: (version: string) => string;
  reviewers: string[];
  ageHours: number;
  security?: string;
}

const UPDATES: readonly UpdateRow[] = [
  {
    repository: 'order-service',
    path: 'package.json',
    dependency: 'fastify',
    from: '5.4.0',
    to: '5.6.1',
    written: version => `"fastify": "${version}"`,
    reviewers: ['amara-okafor'],
    ageHours: 5,
  },
  {
    repository: 'returns-service',
    path: 'package.json',
    dependency: 'pino',
    from: '9.7.0',
    to: '9.9.5',
    written: version => `"pino": "${version}"`,
    reviewers: ['amara-okafor'],
    ageHours: 74,
  },
  {
    repository: 'payment-service',
    path: 'build.gradle.kts',
    dependency: 'org.springframework.boot:spring-boot-starter-web',
    from: '3.4.7',
    to: '3.4.9',
    written: version => `spring-boot-starter-web:${version}`,
    reviewers: ['kenji-watanabe'],
    ageHours: 18,
    security:
      'The version in use accepts requests with two Content-Length headers.',
  },
  {
    repository: 'cart-service',
    path: 'go.mod',
    dependency: 'github.com/redis/go-redis/v9',
    from: 'v9.10.0',
    to: 'v9.12.1',
    written: version => `github.com/redis/go-redis/v9 ${version}`,
    reviewers: ['oskar-nystrom'],
    ageHours: 9,
  },
  {
    repository: 'user-service',
    path: 'package.json',
    dependency: 'fastify',
    from: '5.4.0',
    to: '5.6.1',
    written: version => `"fastify": "${version}"`,
    reviewers: ['isabella-rossi'],
    ageHours: 5,
  },
  {
    repository: 'fraud-service',
    path: 'pyproject.toml',
    dependency: 'fastapi',
    from: '0.115.13',
    to: '0.116.1',
    written: version => `"fastapi==${version}"`,
    reviewers: ['nikhil-iyer'],
    ageHours: 130,
  },
  {
    repository: 'legacy-monolith',
    path: 'composer.json',
    dependency: 'laravel/framework',
    from: '10.48.29',
    to: '11.45.1',
    written: version => `"laravel/framework": "${version}"`,
    reviewers: ['alexei-morozov'],
    ageHours: 24 * 23,
  },
];

/** Updates that wait for a team. */
export const DEPENDENCY_UPDATES: readonly PullRequestRow[] = UPDATES.map(
  update => ({
    repository: update.repository,
    title: `Update ${update.dependency} to ${update.to}`,
    body: [
      `| Package | Change |\n|---|---|\n| \`${update.dependency}\` | \`${update.from}\` to \`${update.to}\` |`,
      ...(update.security ? [`**Security:** ${update.security}`] : []),
      'This branch is rebased by itself while nobody else commits to it.',
    ].join('\n\n'),
    branch: `renovate/${update.dependency.replace(
      /[^a-z0-9]+/g,
      '-',
    )}-${update.to.replace(/^v/, '')}`,
    author: RENOVATE.login,
    reviewers: update.reviewers,
    labels: update.security ? ['dependencies', 'security'] : ['dependencies'],
    ageHours: update.ageHours,
    changes: [
      replace(
        update.path,
        update.written(update.from),
        update.written(update.to),
      ),
    ],
  }),
);
