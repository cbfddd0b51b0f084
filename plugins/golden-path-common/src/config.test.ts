import { ConfigReader } from '@backstage/config';
import { readGoldenPathConfig } from './config';

const base = {
  app: { baseUrl: 'http://portal' },
  goldenPath: { github: { host: 'github.com', organization: 'acme' } },
};

describe('readGoldenPathConfig', () => {
  it('makes repositories private unless told otherwise', () => {
    expect(readGoldenPathConfig(new ConfigReader(base))).toEqual({
      portalUrl: 'http://portal',
      platformGroups: [],
      github: {
        host: 'github.com',
        organization: 'acme',
        visibility: 'private',
      },
    });
  });

  it('names the key of a value that is not allowed', () => {
    const config = new ConfigReader({
      ...base,
      goldenPath: { github: { ...base.goldenPath.github, visibility: 'open' } },
    });
    expect(() => readGoldenPathConfig(config)).toThrow(
      /goldenPath\.github\.visibility is "open"/,
    );
  });
});
