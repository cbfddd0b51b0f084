import fs from 'node:fs';
import { parseDefinitions } from '@arctiq/plugin-slo-common';
import { createPrometheusSource } from '../../plugins/slo-backend/src/source/createPrometheusSource';

/*
 * Measures the objectives of a file as the portal does, and prints the sums.
 *
 *   measureObjectives.ts <slo.yaml> <address of Prometheus> <from> <to>
 *
 * The times are Unix seconds, whole slices.
 */
async function run(): Promise<void> {
  const [file, url, from, to] = process.argv.slice(2);
  const { definitions, problems } = parseDefinitions(
    fs.readFileSync(file, 'utf8'),
    { file: 'slo.yaml', entityRef: 'component:default/rendered' },
  );
  const objectives = definitions.flatMap(definition => definition.objectives);
  const source = createPrometheusSource({
    servers: [
      {
        name: 'rendered',
        url,
        auth: { kind: 'none' },
        flavour: 'prometheus',
        concurrency: 1,
        timeoutMs: 10_000,
      },
    ],
    fallback: 'rendered',
  });
  const measured = await source.measure(
    objectives,
    { from: Number(from), to: Number(to) },
    AbortSignal.timeout(30_000),
  );
  process.stdout.write(
    JSON.stringify({ problems, measured: Object.fromEntries(measured) }),
  );
}

run().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
