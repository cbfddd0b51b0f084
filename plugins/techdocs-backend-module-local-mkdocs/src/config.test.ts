import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { readLocalMkdocsConfig } from './config';

function read(techdocs: object) {
  return readLocalMkdocsConfig(mockServices.rootConfig({ data: { techdocs } }));
}

const local = { builder: 'local', generator: { runIn: 'local' } };

describe('readLocalMkdocsConfig', () => {
  it.each([
    {},
    { builder: 'external', generator: { runIn: 'local' } },
    { builder: 'local', generator: { runIn: 'docker' } },
    { builder: 'local' },
  ])('leaves %p to the stock generator', techdocs => {
    expect(read(techdocs)).toBeUndefined();
  });

  it('has a default folder below the one of the process', () => {
    expect(read(local)).toEqual({
      directory: path.resolve('.data/techdocs-venv'),
      python: undefined,
    });
  });

  it('takes what is configured', () => {
    const localMkdocs = { directory: '/data/mkdocs', python: 'python3.12' };
    expect(read({ ...local, localMkdocs })).toEqual(localMkdocs);
  });
});
