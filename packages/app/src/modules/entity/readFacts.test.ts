import { readFacts } from './readFacts';

function entity(metadata: object) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', ...metadata },
  };
}

describe('readFacts', () => {
  it('reads tier, regions and manager', () => {
    expect(
      readFacts(
        entity({
          labels: { 'arctiq.io/tier': '1' },
          annotations: {
            'arctiq.io/regions': 'us-east-1, eu-west-1,',
            'arctiq.io/manager': 'user:default/daniel.reyes',
          },
        }),
      ),
    ).toEqual({
      tier: '1',
      regions: ['us-east-1', 'eu-west-1'],
      manager: 'user:default/daniel.reyes',
    });
  });

  it('says nothing about an entity without them', () => {
    expect(readFacts(entity({}))).toEqual({ regions: [] });
  });
});
