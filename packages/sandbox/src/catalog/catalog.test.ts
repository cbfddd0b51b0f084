import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  makeValidator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { createModel } from '../model';
import { catalogRepositories } from '.';
import {
  byRef,
  loadCatalog,
  TEST_NOW,
  TEST_OPTIONS,
} from './__testUtils__/loadCatalog';
import { relationsOf } from './__testUtils__/relations';

const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(makeValidator()),
]);

const VALIDATORS = {
  API: apiEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  User: userEntityV1alpha1Validator,
};

function load(scale: number): Entity[] {
  const model = createModel({ now: TEST_NOW, scale });
  return loadCatalog(catalogRepositories(model, TEST_OPTIONS));
}

describe.each([1, 10])('the catalog at scale %i', scale => {
  const entities = load(scale);
  const known = byRef(entities);

  it('passes the policies and validators of Backstage', async () => {
    for (const entity of entities) {
      const validator = VALIDATORS[entity.kind as keyof typeof VALIDATORS];
      await expect(
        POLICY.enforce(structuredClone(entity)),
      ).resolves.toBeDefined();
      await expect(validator.check(entity)).resolves.toBe(true);
    }
  });

  it('names everything once', () => {
    const refs = entities.map(stringifyEntityRef);
    expect(refs.filter((ref, i) => refs.indexOf(ref) !== i)).toEqual([]);
  });

  it('has no relation that dangles', () => {
    const dangling = relationsOf(entities).filter(r => !known.has(r.target));
    expect(dangling).toEqual([]);
  });

  it('gives everything an owner that is a group', () => {
    const owned = entities.filter(entity =>
      ['API', 'Component', 'Domain', 'Resource', 'System'].includes(
        entity.kind,
      ),
    );
    const wrong = owned.filter(
      entity => known.get(entity.spec!.owner as string)?.kind !== 'Group',
    );
    expect(owned.length).toBeGreaterThan(150);
    expect(wrong.map(stringifyEntityRef)).toEqual([]);
  });

  it('describes everything in a sentence', () => {
    const bare = entities.filter(
      entity =>
        !/^[A-Z0-9].+[a-z0-9].*$/s.test(entity.metadata.description ?? ''),
    );
    expect(bare.map(stringifyEntityRef)).toEqual([]);
  });
});
