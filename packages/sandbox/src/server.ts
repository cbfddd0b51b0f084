import http from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';
import { SandboxConfig } from './config';
import { Company } from './company/Company';
import { guestsOf } from './company/guestsOf';
import { applyFault } from './control/applyFault';
import { ControlServer } from './control/ControlServer';
import { faultInput, FaultList } from './control/faults';
import { stopGit } from './github/git/runGit';
import { GithubSeed, GithubServer } from './github/GithubServer';
import type { CompanyModel } from './model';
import { deploymentsOf } from './company/deploymentsOf';
import { PagerDutyServer, pagerDutyPath } from './pagerduty/PagerDutyServer';
import {
  PrometheusServer,
  prometheusPath,
} from './prometheus/PrometheusServer';

export interface SandboxOptions {
  config: SandboxConfig;
  /**
   * What the company has before anybody uses the portal.
   *
   * @param urls - addresses that seeded files carry
   */
  seed: (urls: { githubUrl: string; portalUrl: string }) => GithubSeed;
  /** The company that Prometheus and PagerDuty tell of; without it they are not served. */
  model?: CompanyModel;
  now?: () => Date;
  /** Receives failures; one line of JSON on stderr without it. */
  logError?: (message: string, error: unknown) => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** Public address without a trailing slash. */
  url: string;
  /** Ends all connections, children and timers. */
  stop: () => Promise<void>;
}

function logLine(message: string, error: unknown): void {
  const detail = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `${JSON.stringify({
      level: 'error',
      time: new Date().toISOString(),
      message,
      error: detail,
    })}\n`,
  );
}

function listen(server: http.Server, config: SandboxConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function upstreamOf(pathname: string): 'github' | 'prometheus' | 'pagerduty' {
  if (pathname.startsWith(`${prometheusPath}/`)) {
    return 'prometheus';
  }
  return pathname.startsWith(`${pagerDutyPath}/`) ? 'pagerduty' : 'github';
}

function initialFaults(config: SandboxConfig): FaultList {
  const faults = new FaultList();
  if (config.fault) {
    const parsed: unknown = JSON.parse(config.fault);
    for (const fault of Array.isArray(parsed) ? parsed : [parsed]) {
      faults.add(faultInput.parse(fault));
    }
  }
  return faults;
}

/**
 * Starts the sandbox: takes its port, brings its data up to date and answers.
 * Requests that come while it fills itself wait.
 *
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { config, now = () => new Date(), logError = logLine } = options;
  const faults = initialFaults(config);
  const stopping = new AbortController();
  let origin = config.publicUrl ?? '';
  let ready: Promise<unknown> = Promise.resolve();

  const server = http.createServer((request, response) => {
    ready
      .then(() => route(request, response))
      .catch(error => {
        logError(`${request.method} ${request.url} failed`, error);
        response.destroy();
      });
  });
  // Pushes and faults may take longer than Node's patience.
  server.requestTimeout = 0;
  const port = await listen(server, config);
  origin ||= `http://${config.host}:${port}`;

  let company: Company | undefined;
  const github = new GithubServer({
    dataDir: path.join(config.dataDir, 'github'),
    rateLimit: config.rateLimit,
    origin: () => origin,
    deployments: repository =>
      company ? deploymentsOf(company, repository) : [],
    now,
    logError,
  });
  if (options.model) {
    company = new Company({
      model: options.model,
      dataDir: config.dataDir,
      now,
      guests: () => guestsOf(github.github),
    });
  }
  const observers = company && createObservers(company);
  const seed = () =>
    options.seed({ githubUrl: origin, portalUrl: config.portalUrl });
  const credentials = { token: config.githubToken, webhook: config.webhook };
  const control = new ControlServer({
    faults,
    github: github.github,
    company,
    now,
    origin: () => origin,
    reset: async () => {
      company?.reset();
      ready = github.reset(seed(), credentials);
      await ready;
    },
  });

  function createObservers(observed: Company) {
    return {
      prometheus: new PrometheusServer({
        token: config.prometheusToken ?? config.githubToken,
        telemetry: () => observed.telemetry,
        now,
        logError,
      }),
      pagerduty: new PagerDutyServer({
        token: config.pagerDutyToken ?? config.githubToken,
        company: observed,
        origin: () => origin,
        now,
        logError,
      }),
    };
  }

  async function route(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const address = request.url ?? '/';
    const url = address.startsWith('/')
      ? URL.parse(`${origin}${address}`)
      : undefined;
    if (!url) {
      response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('The address cannot be read.\n');
      return;
    }
    if (
      url.pathname.startsWith('/_sandbox/') &&
      !url.pathname.startsWith('/_sandbox/assets/')
    ) {
      await control.handle(request, response, url);
      return;
    }
    const upstream = observers ? upstreamOf(url.pathname) : 'github';
    const answer = async (target: http.ServerResponse) =>
      (observers && upstream !== 'github'
        ? observers[upstream]
        : github
      ).handle(request, target, url);
    const fault = faults.take(
      upstream,
      request.method ?? 'GET',
      `${url.pathname}${url.search}`,
    );
    await (fault
      ? applyFault(fault, request, response, answer, stopping.signal)
      : answer(response));
  }

  async function stop(): Promise<void> {
    stopping.abort();
    const closed = new Promise(resolve => {
      server.close(resolve);
    });
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), 1500);
    stopGit();
    await closed;
    clearTimeout(patience);
    await github.stop();
  }

  ready = github.prepare(seed(), credentials);
  try {
    await ready;
  } catch (error) {
    server.closeAllConnections();
    server.close();
    await github.stop();
    throw error;
  }
  github.resume();
  return { url: origin, stop };
}
