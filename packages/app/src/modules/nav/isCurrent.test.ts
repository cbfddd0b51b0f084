import { isCurrent } from './isCurrent';

const teams = '/catalog?filters[kind]=group&filters[user]=all';

describe('isCurrent', () => {
  it.each([
    ['/', '/', '', true],
    ['/', '/catalog', '', false],
    ['/catalog', '/catalog', '', true],
    ['/catalog', '/catalog', '?filters[kind]=component', true],
    ['/catalog', '/catalog/default/component/checkout', '', true],
    ['/catalog', '/catalog-import', '', false],
    ['/catalog', '/catalog', '?filters[kind]=group', false],
    [teams, '/catalog', '?filters%5Bkind%5D=group&filters[user]=all', true],
    [teams, '/catalog', '?filters[kind]=user', false],
    [teams, '/catalog', '', false],
  ])('%s at %s%s: %s', (href, pathname, search, current) => {
    expect(isCurrent(href, { pathname, search })).toBe(current);
  });
});
