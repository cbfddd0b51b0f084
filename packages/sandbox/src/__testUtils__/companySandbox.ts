import type { RepositorySeed } from '../seed';
import { createModel } from '../model';
import { fixtureSeed } from './fixtureSeed';
import { startTestSandbox, TestSandbox } from './testSandbox';

/** The present of a sandbox with a company. */
export const companyNow = new Date('2026-11-20T15:02:00Z');

function repository(name: string): RepositorySeed {
  const [shop] = fixtureSeed().repositories;
  return { ...shop, name, teams: [], pullRequests: [] };
}

/** A sandbox with the company's metrics and incidents, and two of its repositories. */
export async function startCompanySandbox(): Promise<
  TestSandbox & { clock: { now: Date } }
> {
  const clock = { now: companyNow };
  const model = createModel({ now: companyNow });
  const seed = fixtureSeed();
  const { organization } = seed;
  const sandbox = await startTestSandbox(
    {},
    { model, now: () => clock.now },
    {
      organization: {
        ...organization,
        login: model.login,
        members: [
          ...organization.members,
          ...model.people.map(({ login, displayName, email }) => ({
            login,
            name: displayName,
            email,
          })),
        ],
      },
      repositories: [
        ...seed.repositories,
        repository('order-service'),
        repository('legacy-monolith'),
      ],
    },
  );
  return Object.assign(sandbox, { clock });
}
