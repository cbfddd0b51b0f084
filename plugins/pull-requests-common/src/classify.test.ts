import fc from 'fast-check';
import { ClassifiablePullRequest, classify } from './classify';
import { Attention, Viewer } from './types';

const amara: Viewer = {
  login: 'amara',
  teamSlugs: ['arctiq/orders'],
  ownershipRefs: ['user:default/amara', 'group:default/orders'],
};

const foreign: ClassifiablePullRequest = {
  author: { login: 'mei' },
  draft: false,
  requestedReviewers: [],
  requestedTeams: [],
  components: [
    {
      entityRef: 'component:default/cart-service',
      title: 'cart-service',
      ownerRef: 'group:default/cart-pricing',
    },
  ],
};

const owned = [
  {
    entityRef: 'component:default/order-service',
    title: 'order-service',
    ownerRef: 'group:default/orders',
  },
];

const cases: Array<
  [string, Partial<ClassifiablePullRequest>, Attention | undefined]
> = [
  ['of another team', {}, undefined],
  ['written by me', { author: { login: 'amara' } }, 'yours'],
  [
    'written by me and, by mistake, waiting for me',
    { author: { login: 'amara' }, requestedReviewers: ['amara'] },
    'yours',
  ],
  ['waiting for me', { requestedReviewers: ['amara'] }, 'needs-your-review'],
  [
    'waiting for my team',
    { requestedTeams: ['arctiq/orders'] },
    'needs-your-review',
  ],
  [
    'waiting for a team of that slug elsewhere',
    { requestedTeams: ['other/orders'] },
    undefined,
  ],
  [
    'waiting for me in a repository of my team',
    { requestedReviewers: ['amara'], components: owned },
    'needs-your-review',
  ],
  ['a draft', { draft: true, requestedReviewers: ['amara'] }, undefined],
  [
    'a draft in my team',
    { draft: true, requestedReviewers: ['amara'], components: owned },
    'your-team',
  ],
  ['in a repository of my team', { components: owned }, 'your-team'],
  [
    'in a component without owner',
    { components: [{ entityRef: 'component:default/x', title: 'x' }] },
    undefined,
  ],
];

describe('classify', () => {
  it.each(cases)('%s', (_name, overrides, expected) => {
    expect(classify({ ...foreign, ...overrides }, amara)).toBe(expected);
  });

  it('finds work of the team for a person without a login', () => {
    const nameless: Viewer = { ...amara, login: undefined };
    expect(classify({ ...foreign, components: owned }, nameless)).toBe(
      'your-team',
    );
  });

  it('asks nothing of a stranger and never asks for a review of own work', () => {
    const login = fc.constantFrom('amara', 'mei', 'jonas');
    const pullRequest = fc.record({
      author: fc.record({ login }),
      draft: fc.boolean(),
      requestedReviewers: fc.array(login, { maxLength: 3 }),
      requestedTeams: fc.array(fc.constantFrom('arctiq/orders', 'arctiq/x')),
      components: fc.constantFrom(owned, foreign.components, []),
    });
    const stranger: Viewer = { teamSlugs: [], ownershipRefs: [] };
    fc.assert(
      fc.property(pullRequest, candidate => {
        const mine = candidate.author.login === 'amara';
        const answer = classify(candidate, amara);
        expect(classify(candidate, stranger)).toBeUndefined();
        expect(answer === 'yours').toBe(mine);
        expect(candidate.draft && answer === 'needs-your-review').toBe(false);
      }),
    );
  });
});
