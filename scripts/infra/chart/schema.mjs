import { badValues } from './badValues.mjs';
import { productionValues, template } from './chart.mjs';

const wantedAnswers = [
  'digest',
  'host',
  'organization',
  'bucket',
  '/networkPolicy',
];

/** Values that the chart takes although it must not, or refuses without a word. */
export async function checkBadValues(helm, folder) {
  const problems = [];
  const left = [...badValues];
  async function work() {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, extra, wanted] = next;
      const { code, output } = await template(
        helm,
        { values: productionValues, extra },
        folder,
      );
      if (code === 0) {
        problems.push(`${name} is accepted`);
      } else if (!output.includes(wanted)) {
        problems.push(`${name} is refused without naming ${wanted}: ${output}`);
      }
    }
  }
  await Promise.all([work(), work()]);
  return problems;
}

/** The chart must say what it needs, and not go into the namespace default. */
export async function checkQuestions(helm, folder) {
  const problems = [];
  const bare = await template(helm, {}, folder);
  for (const answer of wantedAnswers) {
    if (bare.code === 0 || !bare.output.includes(answer)) {
      problems.push(`without values it does not ask for ${answer}`);
    }
  }
  const lost = await template(
    helm,
    { values: productionValues, namespace: 'default' },
    folder,
  );
  if (lost.code === 0 || !lost.output.includes('namespace of its own')) {
    problems.push('it can be installed into the namespace default');
  }
  return problems;
}
