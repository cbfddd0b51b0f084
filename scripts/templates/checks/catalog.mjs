import { createRequire } from 'node:module';
import { inRoot } from '../../lib/paths.mjs';
import { read, readDocuments } from '../files.mjs';

const fromBackend = createRequire(inRoot('packages/backend/package.json'));
const fromCatalog = createRequire(
  fromBackend.resolve('@backstage/plugin-catalog-backend'),
);
const model = fromCatalog('@backstage/catalog-model');
const yaml = fromCatalog('yaml');

const policy = model.EntityPolicies.allOf([
  new model.SchemaValidEntityPolicy(),
  new model.DefaultNamespaceEntityPolicy(),
  new model.NoForeignRootFieldsEntityPolicy(),
  new model.FieldFormatEntityPolicy(),
]);

const validators = {
  Component: model.componentEntityV1alpha1Validator,
  API: model.apiEntityV1alpha1Validator,
};

/** Fills in `$text` as the catalog does when it reads the file. */
function withDefinition(folder, entity) {
  const file = entity.spec.definition?.$text;
  return file
    ? {
        ...entity,
        spec: { ...entity.spec, definition: read(folder, file) },
      }
    : entity;
}

/** catalog-info.yaml passes Backstage's validation and says what was answered. */
export async function checkCatalog(folder, answers) {
  const problems = [];
  const entities = readDocuments(folder, 'catalog-info.yaml').map(entity =>
    withDefinition(folder, entity),
  );
  for (const entity of entities) {
    try {
      const accepted = await policy.enforce(entity);
      if (!accepted || !(await validators[entity.kind].check(accepted))) {
        problems.push(`${entity.kind} is refused`);
      }
    } catch (error) {
      problems.push(`${entity.kind}: ${error.message}`);
    }
  }
  const [component, api] = entities;
  const expected = [
    ['kinds', entities.map(({ kind }) => kind).join(), 'Component,API'],
    ['name', component.metadata.name, answers.name],
    ['owner', component.spec.owner, answers.owner],
    ['system', component.spec.system, answers.system],
    ['tier', component.metadata.labels['arctiq.io/tier'], answers.tier],
    ['API', component.spec.providesApis.join(), api.metadata.name],
    ['OpenAPI', yaml.parse(api.spec.definition).openapi, '3.1.0'],
  ];
  for (const [what, actual, wanted] of expected) {
    if (actual !== wanted) {
      problems.push(`${what} is ${actual} instead of ${wanted}`);
    }
  }
  return problems;
}
