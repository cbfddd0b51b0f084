import { readPerson } from './person';

const platformGroups = new Set(['group:default/platform']);

function read(...ownershipEntityRefs: string[]) {
  return readPerson(
    { userEntityRef: 'user:default/Mei', ownershipEntityRefs },
    platformGroups,
  );
}

describe('readPerson', () => {
  it('knows a person without any team', () => {
    expect(read('user:default/mei')).toEqual({
      userEntityRef: 'user:default/mei',
      claims: ['user:default/mei'],
      isTeamMember: false,
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
