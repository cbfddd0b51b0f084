import type { SandboxClient } from './SandboxClient';
import { SandboxIdentity } from './SandboxIdentity';
import type { SandboxSession } from './types';

const minute = 60_000;

function session(token: string, expiresAt: number): SandboxSession {
  return {
    profile: { displayName: 'Amara Okafor' },
    token,
    expiresAt,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/amara.okafor',
      ownershipEntityRefs: ['user:default/amara.okafor'],
    },
  };
}

describe('SandboxIdentity', () => {
  const client = { session: jest.fn(), signOut: jest.fn() };

  function createIdentity(expiresAt: number) {
    return new SandboxIdentity(
      client as unknown as SandboxClient,
      session('first', expiresAt),
    );
  }

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    client.session.mockReset();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('uses its token while that is good', async () => {
    const identity = createIdentity(60 * minute);
    jest.setSystemTime(58 * minute);

    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'first',
    });
    expect(client.session).not.toHaveBeenCalled();
  });

  it('renews a token that is about to end, once for all who ask', async () => {
    client.session.mockResolvedValue(session('second', 120 * minute));
    const identity = createIdentity(60 * minute);
    jest.setSystemTime(59.5 * minute);

    const answers = await Promise.all([
      identity.getCredentials(),
      identity.getCredentials(),
    ]);

    expect(answers).toEqual([{ token: 'second' }, { token: 'second' }]);
    expect(client.session).toHaveBeenCalledTimes(1);
  });

  it('tries again after a renewal that failed', async () => {
    client.session
      .mockRejectedValueOnce(new Error('no network'))
      .mockResolvedValueOnce(session('second', 120 * minute));
    const identity = createIdentity(0);

    await expect(identity.getCredentials()).rejects.toThrow('no network');
    await expect(identity.getCredentials()).resolves.toEqual({
      token: 'second',
    });
  });

  it('says so when the session has ended', async () => {
    client.session.mockResolvedValue(undefined);

    await expect(createIdentity(0).getCredentials()).rejects.toThrow(
      /Your session has ended. Reload/,
    );
  });

  it('is the person, and signs out', async () => {
    const identity = createIdentity(60 * minute);

    await expect(identity.getProfileInfo()).resolves.toEqual({
      displayName: 'Amara Okafor',
    });
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/amara.okafor',
    });
    await identity.signOut();
    expect(client.signOut).toHaveBeenCalledTimes(1);
  });
});
