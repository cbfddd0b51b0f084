import { checkFormat, checkNpm } from './checks/build.mjs';
import { checkQueries } from './checks/prometheus.mjs';
import {
  checkEndpoints,
  checkMetrics,
  checkSeries,
  checkShutdown,
  sendTraffic,
} from './checks/service.mjs';
import { ServiceProcess } from './serviceProcess.mjs';

/** Does with a rendered repository what its developers and its image do. */
export async function checkRunning(checks, folder, answers) {
  await checks.run('sources are formatted', () => checkFormat(folder));
  const built =
    (await checks.run('npm ci', () => checkNpm(folder, 'ci'))) &&
    (await checks.run('npm test', () => checkNpm(folder, 'test'))) &&
    (await checks.run('coverage is above 80 %', () =>
      checkNpm(folder, 'run', 'test:coverage'),
    )) &&
    (await checks.run('npm run build', () => checkNpm(folder, 'run', 'build')));
  if (!built) {
    return;
  }

  let service;
  const started = await checks.run(
    'starts as in its image, without development packages',
    async () => {
      const problems = await checkNpm(folder, 'prune', '--omit=dev');
      service = await ServiceProcess.start(folder, {
        SHUTDOWN_DELAY_MS: '500',
      });
      return problems;
    },
  );
  if (!started) {
    return;
  }
  try {
    await checks.run('/health, /ready, the API and its description', () =>
      checkEndpoints(service, folder, answers),
    );
    await sendTraffic(service);
    await checks.run('/metrics has rate, errors and duration', () =>
      checkMetrics(service),
    );
    await checks.run('dashboard and objectives name real series', () =>
      checkSeries(service, folder),
    );
    await checks.runWith(
      'prometheus',
      'every query of dashboard and objectives gives data',
      prometheus => checkQueries(service, folder, answers, prometheus),
    );
    await checks.run('SIGTERM drains and ends with 0', () =>
      checkShutdown(service),
    );
  } finally {
    await service.kill();
  }
}
