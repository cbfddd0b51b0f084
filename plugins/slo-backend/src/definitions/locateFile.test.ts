import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { locateFile } from './locateFile';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.test', apiBaseUrl: 'https://github.test/api' }],
    },
  }),
);
const home = 'https://github.test/o/orders/blob/main/catalog-info.yaml';

function locate(
  file: string,
  annotations: Record<string, string> = {},
  allow: string[] = [],
) {
  const entity = {
    kind: 'Component',
    metadata: {
      name: 'orders',
      annotations: {
        'backstage.io/managed-by-location': `url:${home}`,
        ...annotations,
      },
    },
  } as unknown as Entity;
  return locateFile(entity, file, { integrations, allow });
}

const source = (url: string) => ({
  'backstage.io/source-location': `url:${url}`,
});

describe('locateFile', () => {
  it.each<[string, Record<string, string>, string]>([
    ['slo.yaml', {}, 'https://github.test/o/orders/tree/main/slo.yaml'],
    [
      './ops/slo.yaml',
      {},
      'https://github.test/o/orders/tree/main/ops/slo.yaml',
    ],
    [
      'slo.yaml',
      source('https://github.test/o/orders/tree/main/app/'),
      'https://github.test/o/orders/tree/main/app/slo.yaml',
    ],
    [
      'slo.yaml',
      source('https://github.test/o/orders/tree/main/app'),
      'https://github.test/o/orders/tree/main/app/slo.yaml',
    ],
    [
      '../slo.yaml',
      source('https://github.test/o/orders/tree/main/app/'),
      'https://github.test/o/orders/tree/main/slo.yaml',
    ],
    [
      'https://github.test/o/orders/blob/main/x.yaml',
      {},
      'https://github.test/o/orders/blob/main/x.yaml',
    ],
    // A source location elsewhere is what the author wrote: it does not count.
    [
      'slo.yaml',
      source('https://github.test/o/payments/tree/main/'),
      'https://github.test/o/orders/tree/main/slo.yaml',
    ],
  ])('finds %s with %p', (file, annotations, url) => {
    expect(locate(file, annotations)).toEqual({ url });
  });

  it.each([
    ['https://github.test/o/payments/blob/main/secrets.yaml'],
    ['https://github.test/o/orders-secret/blob/main/slo.yaml'],
    ['https://evil.test/o/orders/blob/main/slo.yaml'],
    ['https://github.test.evil.test/o/orders/tree/main/slo.yaml'],
    ['https://github.test@evil.test/o/orders/tree/main/slo.yaml'],
    ['https://github.test/o/orders/../payments/blob/main/slo.yaml'],
    ['https://github.test/o/orders/%2e%2e/payments/blob/main/slo.yaml'],
    ['https://github.test/o/orders/..%2fpayments/blob/main/slo.yaml'],
    ['http://github.test/o/orders/tree/main/slo.yaml'],
    ['http://169.254.169.254/latest/meta-data'],
    ['file:///etc/passwd'],
    ['data:text/yaml,apiVersion'],
  ])('refuses %s, which is not in the own repository', file => {
    expect(locate(file).problem).toContain(
      'is outside the repository that the entity was registered from',
    );
  });

  it('reads what the configuration allows to all', () => {
    const file = 'https://github.test/o/shared/blob/main/slo.yaml';
    expect(locate(file, {}, ['https://github.test/o/shared/'])).toEqual({
      url: file,
    });
    expect(locate(file, {}, ['https://github.test/o/share']).problem).toContain(
      'slo.definitions.allow',
    );
  });

  it.each([
    ['file:/somewhere/catalog-info.yaml'],
    ['url:not an address'],
    ['nonsense'],
  ])('says what to do for an entity that is managed by %s', location => {
    expect(
      locate('slo.yaml', { 'backstage.io/managed-by-location': location })
        .problem,
    ).toContain('Register its catalog-info.yaml by its URL');
  });

  it('keeps to the folder where it does not know the host', () => {
    const other = {
      'backstage.io/managed-by-location':
        'url:https://files.test/a/b/catalog-info.yaml',
    };
    expect(locate('slo.yaml', other)).toEqual({
      url: 'https://files.test/a/b/slo.yaml',
    });
    expect(locate('../c/slo.yaml', other).problem).toContain('is outside');
  });
});
