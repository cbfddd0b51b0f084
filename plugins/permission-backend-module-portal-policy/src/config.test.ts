import { mockServices } from '@backstage/backend-test-utils';
import { readPlatformGroups } from './config';

function read(platformGroups?: string[]) {
  const portal = platformGroups ? { platformGroups } : {};
  return [...readPlatformGroups(mockServices.rootConfig({ data: { portal } }))];
}

describe('readPlatformGroups', () => {
  it.each([
    [undefined, []],
    [[], []],
    [['group:default/platform'], ['group:default/platform']],
    [['Platform'], ['group:default/platform']],
    [['ops/sre', 'ops/SRE'], ['group:ops/sre']],
  ])('reads %p as %p', (value, groups) => {
    expect(read(value)).toEqual(groups);
  });

  it.each([
    ['user:default/jonas', 'which is not a group'],
    ['group:', 'which is not an entity ref'],
  ])('refuses %p and says what to write', (entry, problem) => {
    expect(() => read([entry])).toThrow(
      `portal.platformGroups holds '${entry}', ${problem}; write the entity ref of a group, for example group:default/platform`,
    );
  });
});
