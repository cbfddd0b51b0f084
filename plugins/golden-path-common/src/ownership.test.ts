import fc from 'fast-check';
import { ActingPerson, groupsWithAncestors, mayActFor } from './ownership';

const tree = new Map([
  ['group:default/orders', 'group:default/commerce'],
  ['group:default/payments', 'group:default/commerce'],
  ['group:default/commerce', 'group:default/company'],
  ['group:default/platform-edge', 'group:default/platform'],
]);

function person(groups: string[]): ActingPerson {
  return {
    groups,
    parentOf: tree,
    platformGroups: ['group:default/platform'],
  };
}

describe('mayActFor', () => {
  it.each([
    ['orders', 'orders', true],
    ['orders', 'commerce', true],
    ['orders', 'company', true],
    ['orders', 'payments', false],
    ['commerce', 'orders', false],
    ['platform', 'orders', true],
    ['platform-edge', 'payments', true],
  ])('a member of %s for %s: %s', (group, owner, expected) => {
    expect(
      mayActFor(person([`group:default/${group}`]), `group:default/${owner}`),
    ).toBe(expected);
  });

  it('refuses a person without groups', () => {
    expect(mayActFor(person([]), 'group:default/orders')).toBe(false);
  });

  it('ends on cyclic parents and never invents a group', () => {
    const ref = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(ref, ref)),
        fc.array(ref),
        (edges, groups) => {
          const parentOf = new Map(edges);
          const all = groupsWithAncestors({ groups, parentOf });
          for (const group of all) {
            expect([...groups, ...parentOf.values()]).toContain(group);
          }
          expect([...all]).toEqual(expect.arrayContaining(groups));
        },
      ),
    );
  });
});
