import { Entity } from '@backstage/catalog-model';
import {
  getRepository,
  getTeamSlug,
  getUserLogin,
  isPullRequestsAvailable,
} from './annotations';

function entityWith(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'order-service', annotations },
  };
}

describe('annotations', () => {
  it.each([
    ['arctiq-commerce/order-service', 'arctiq-commerce/order-service'],
    [' Arctiq-Commerce/Order.Service ', 'arctiq-commerce/order.service'],
    ['order-service', undefined],
    ['a/b/c', undefined],
    ['https://github.com/a/b', undefined],
    ['', undefined],
  ])('reads the repository of %p as %p', (slug, expected) => {
    const entity = entityWith({ 'github.com/project-slug': slug });
    expect(getRepository(entity)).toBe(expected);
    expect(isPullRequestsAvailable(entity)).toBe(expected !== undefined);
  });

  it('reads logins and team slugs without regard to case', () => {
    expect(
      getUserLogin(entityWith({ 'github.com/user-login': 'Amara-Okafor' })),
    ).toBe('amara-okafor');
    expect(
      getTeamSlug(entityWith({ 'github.com/team-slug': 'Arctiq/Orders' })),
    ).toBe('arctiq/orders');
  });

  it('finds nothing on an entity without annotations', () => {
    const entity = entityWith();
    expect(getRepository(entity)).toBeUndefined();
    expect(getUserLogin(entity)).toBeUndefined();
    expect(getTeamSlug(entity)).toBeUndefined();
  });
});
