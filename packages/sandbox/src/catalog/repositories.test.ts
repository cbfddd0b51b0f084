import { parse, parseAllDocuments } from 'yaml';
import { createModel } from '../model';
import { catalogRepositories, summarize } from '.';
import { TEST_NOW, TEST_OPTIONS } from './__testUtils__/loadCatalog';

const model = createModel({ now: TEST_NOW });
const seed = catalogRepositories(model, TEST_OPTIONS);
const repository = (name: string) => {
  const found = seed.repositories.find(candidate => candidate.name === name);
  return Object.fromEntries(
    found!.files.map(file => [file.path, file.content]),
  );
};

describe('repositories', () => {
  it('are one for each component but the portal, and the catalog', () => {
    const names = seed.repositories.map(r => r.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([
      'catalog',
      ...model.components
        .map(c => c.name)
        .filter(name => name !== 'arctiq-portal'),
    ]);
  });

  it('have what GitHub reads', () => {
    for (const { files } of seed.repositories) {
      const paths = files.map(file => file.path);
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths).toEqual(
        expect.arrayContaining(['README.md', 'CODEOWNERS']),
      );
      expect(files.every(file => file.content.length > 0)).toBe(true);
    }
  });

  it('have what the portal reads', () => {
    for (const { name } of seed.repositories.slice(1)) {
      const files = repository(name);
      expect(Object.keys(files)).toEqual(
        expect.arrayContaining([
          'catalog-info.yaml',
          'docs/index.md',
          'docs/runbook.md',
        ]),
      );
      expect(parse(files['mkdocs.yml'])).toMatchObject({
        plugins: ['techdocs-core'],
        nav: [{ Overview: 'index.md' }, { Runbook: 'runbook.md' }],
      });
    }
  });

  it('do not contain what a template forgot to fill in', () => {
    for (const { files } of seed.repositories) {
      for (const { path, content } of files) {
        expect([
          path,
          /undefined|\[object|NaN|\$\{/.exec(content)?.[0],
        ]).toEqual([path, undefined]);
      }
    }
  });

  it('tell whoever is paged what this component needs', () => {
    const runbook = repository('order-service')['docs/runbook.md'];
    for (const fact of [
      'payments-api',
      '`orders-db`',
      '`payment.events.dlq`',
      'order-service-group',
      'kubectl argo rollouts undo order-service',
      'Helena Vogt',
      '15 min (RTO)',
      'charge',
    ]) {
      expect(runbook).toContain(fact);
    }
    expect(repository('notification-service')['docs/runbook.md']).toContain(
      '`notification-service-group`, 1 consumer, commits are manual',
    );
    expect(repository('analytics-stream-job')['docs/runbook.md']).toContain(
      'savepoint',
    );
    expect(repository('legacy-monolith')['docs/runbook.md']).toContain(
      'php-fpm',
    );
    expect(repository('mobile-app')['docs/runbook.md']).not.toContain(
      'kubectl',
    );
  });

  it('carry the scaling that company.md gives', () => {
    const values = (name: string) =>
      parse(repository(name)['deploy/values.yaml']);
    expect(values('order-service')).toMatchObject({
      service: { port: 5003 },
      replicas: { minimum: 2, maximum: 8 },
      autoscaling: {
        cpuPercent: 70,
        memoryPercent: 80,
        scaleUp: { percent: 100, pods: 2, periodSeconds: 15 },
        scaleDown: { percent: 50, periodSeconds: 60 },
      },
    });
    expect(values('api-gateway')).toMatchObject({
      replicas: { minimum: 2, maximum: 10 },
      autoscaling: { cpuPercent: 70 },
    });
    expect(values('user-service').replicas).toEqual({ minimum: 2, maximum: 2 });
  });
});

describe('the organisation', () => {
  it('has every person once, and teams of people that it has', () => {
    const { members, teams } = seed.organization;
    const logins = members.map(member => member.login);
    expect(new Set(logins).size).toBe(logins.length);
    expect(logins).toEqual(
      expect.arrayContaining(['amara-okafor', 'renovate-bot']),
    );
    for (const login of logins) {
      // GitHub: letters, digits, single hyphens inside, 39 at most.
      expect(login).toMatch(/^(?=.{1,39}$)[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    const slugs = teams.map(team => team.slug);
    for (const team of teams) {
      expect(logins).toEqual(expect.arrayContaining(team.members));
      expect(team.members).toEqual(expect.arrayContaining(team.maintainers));
      expect(team.parent === undefined || slugs.includes(team.parent)).toBe(
        true,
      );
    }
    for (const { teams: access } of seed.repositories) {
      expect(slugs).toEqual(
        expect.arrayContaining(access.map(team => team.slug)),
      );
    }
  });
});

describe('pull requests', () => {
  const all = seed.repositories.flatMap(({ pullRequests, ...repo }) =>
    pullRequests.map(pull => ({ pull, repo })),
  );

  it('are 15 to 25, some drafts, some for the developer persona', () => {
    expect(all.length).toBeGreaterThanOrEqual(15);
    expect(all.length).toBeLessThanOrEqual(25);
    const pulls = all.map(({ pull }) => pull);
    expect(pulls.filter(pull => pull.draft).length).toBeGreaterThan(1);
    expect(
      pulls.filter(p => p.author === 'renovate-bot').length,
    ).toBeGreaterThan(3);
    expect(
      pulls.filter(p => p.reviewers.includes('amara-okafor')).length,
    ).toBeGreaterThan(2);
    expect(pulls.map(pull => pull.author)).toContain('amara-okafor');
  });

  it('change files, by people of the company, before now', () => {
    const logins = seed.organization.members.map(member => member.login);
    for (const { pull, repo } of all) {
      expect(logins).toEqual(
        expect.arrayContaining([pull.author, ...pull.reviewers]),
      );
      expect(pull.reviewers).not.toContain(pull.author);
      expect(pull.files.length).toBeGreaterThan(0);
      for (const file of pull.files) {
        expect(repo.files).not.toContainEqual(file);
      }
      expect(Date.parse(pull.createdAt)).toBeLessThan(TEST_NOW.getTime());
      expect(pull.branch).toMatch(/^[a-z0-9./-]+$/);
    }
  });

  it('leave files that can still be read', () => {
    const errors = all
      .flatMap(({ pull }) => pull.files)
      .filter(file => /\.(ya?ml|json)$/.test(file.path))
      .flatMap(file => parseAllDocuments(file.content))
      .flatMap(document => document.errors);
    expect(errors).toEqual([]);
  });

  it('say what is wrong when a generated file no longer fits', () => {
    const broken = structuredClone(model);
    broken.pullRequests[0].changes = [
      {
        kind: 'replace',
        path: 'README.md',
        search: 'not there',
        replacement: '',
      },
    ];
    expect(() => catalogRepositories(broken, TEST_OPTIONS)).toThrow(
      /cannot be made: .*README.md does not contain "not there"/,
    );
  });
});

describe('the summary', () => {
  it('counts what the catalog has and names who is on call', () => {
    const summary = summarize(model);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    expect(summary.counts.companyFlows).toBe(21);
    expect(summary.personas.developer).toBe('amara.okafor');
    expect(summary.onCall.orders).toBe('mei.tanaka');
  });
});

describe('the same options', () => {
  it('give the same repositories', () => {
    const again = catalogRepositories(
      createModel({ now: TEST_NOW }),
      TEST_OPTIONS,
    );
    expect(again).toEqual(seed);
  });

  it('refuse a model that refers to what it does not have', () => {
    const broken = structuredClone(model);
    broken.components[0].uses = ['no-such-store'];
    expect(() => catalogRepositories(broken, TEST_OPTIONS)).toThrow(
      /names the resource no-such-store but does not have it/,
    );
  });
});
