import { readDocuments } from '../files.mjs';

const availability = { 1: 0.9995, 2: 0.999, 3: 0.995 };

/** slo.yaml has the form of OpenSLO v1 and the objectives of the tier. */
export function checkObjectives(folder, answers) {
  const problems = [];
  const documents = readDocuments(folder, 'slo.yaml');
  const [service, ...objectives] = documents;
  for (const { apiVersion, metadata } of documents) {
    if (apiVersion !== 'openslo/v1') {
      problems.push(`${metadata.name}: apiVersion is ${apiVersion}`);
    }
    if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(metadata.name)) {
      problems.push(`${metadata.name} is no RFC 1123 name`);
    }
  }
  if (documents.map(({ kind }) => kind).join() !== 'Service,SLO,SLO') {
    problems.push('expected a Service and two SLOs');
  }
  for (const { metadata, spec } of objectives) {
    const { good, total, counter } = spec.indicator.spec.ratioMetric;
    const sound =
      spec.service === service.metadata.name &&
      spec.timeWindow.length === 1 &&
      spec.budgetingMethod === 'Occurrences' &&
      counter === true &&
      good.metricSource.spec.query !== total.metricSource.spec.query &&
      spec.objectives.every(({ target }) => target > 0 && target < 1);
    if (!sound) {
      problems.push(`${metadata.name} is not a complete ratio objective`);
    }
  }
  const { target } = objectives[0].spec.objectives[0];
  if (target !== availability[answers.tier]) {
    problems.push(`tier ${answers.tier} must not promise ${target}`);
  }
  return problems;
}
