import { readPerson } from './person';

const groups = {
  platform: new Set(['group:default/platform']),
  leadership: new Set(['group:default/commerce']),
};

function read(...ownershipEntityRefs: string[]) {
  return readPerson(
    { userEntityRef: 'user:default/Mei', ownershipEntityRefs },
    groups,
  );
}

describe('readPerson', () => {
  it('knows a person without any team', () => {
    expect(read('user:default/mei')).toEqual({
      userEntityRef: 'user:default/mei',
      claims: ['user:default/mei'],
      isTeamMember: false,
      isPlatform: false,
      isLeader: false,
    });
  });

  it('knows a director by the group of the department', () => {
    expect(read('group:default/commerce')).toMatchObject({
      isLeader: true,
      isPlatform: false,
    });
  });

  it('knows a team member', () => {
    expect(read('user:default/mei', 'group:default/orders')).toMatchObject({
      isTeamMember: true,
      isPlatform: false,
    });
  });

  it('knows the platform whatever the case of the ref', () => {
    expect(read('Group:default/Platform')).toMatchObject({
      claims: ['group:default/platform'],
      isTeamMember: true,
      isPlatform: true,
    });
  });

  it('takes no group of another namespace for the platform', () => {
    expect(read('group:other/platform').isPlatform).toBe(false);
  });

  it('takes no person of that name for the platform', () => {
    expect(read('user:default/platform')).toMatchObject({
      isTeamMember: false,
      isPlatform: false,
    });
  });
});
