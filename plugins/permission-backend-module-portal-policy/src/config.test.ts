import { mockServices } from '@backstage/backend-test-utils';
import { readSpecialGroups } from './config';

const kinds = [
  ['platform', 'platformGroups'],
  ['leadership', 'leadershipGroups'],
] as const;

describe.each(kinds)('readSpecialGroups, %s', (name, key) => {
  function read(entries?: string[]) {
    const portal = entries ? { [key]: entries } : {};
    const config = mockServices.rootConfig({ data: { portal } });
    return [...readSpecialGroups(config)[name]];
  }

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
      `portal.${key} holds '${entry}', ${problem}; write the entity ref of a group, for example group:default/platform`,
    );
  });
});
