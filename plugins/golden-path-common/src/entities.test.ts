import { teamSlugOf, titleOf } from './entities';

function group(slug?: string) {
  return {
    metadata: {
      name: 'orders',
      annotations: slug ? { 'github.com/team-slug': slug } : undefined,
    },
  };
}

describe('teamSlugOf', () => {
  it.each([
    ['acme/orders', 'orders'],
    ['ACME/orders', 'orders'],
    ['other/orders', undefined],
    ['orders', undefined],
    ['acme/', undefined],
    ['acme/a/b', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (annotation, expected) => {
    expect(teamSlugOf(group(annotation), 'acme')).toBe(expected);
  });
});

describe('titleOf', () => {
  it('prefers what people gave over the identifier', () => {
    const entity = group();
    expect(titleOf(entity)).toBe('orders');
    const titled = { metadata: { ...entity.metadata, title: 'The orders' } };
    expect(titleOf(titled)).toBe('The orders');
    expect(
      titleOf({ ...titled, spec: { profile: { displayName: 'Orders' } } }),
    ).toBe('Orders');
  });
});
