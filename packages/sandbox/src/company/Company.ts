import path from 'node:path';
import type { CompanyModel } from '../model';
import { createHistory, type History } from '../model/incidents/history';
import type { Deploy, ExtraIncident, Incident } from '../model/incidents/types';
import {
  companyReliability,
  type CompanyReliability,
} from '../model/slos/reliabilityOf';
import type { SloSpec } from '../model/slos/types';
import type { Guest } from '../prometheus/telemetry/guests';
import { Telemetry } from '../prometheus/telemetry/Telemetry';
import { AnchorFile } from './anchors';

const horizonDays = 400;

/** What a company keeps to tell its history. */
export interface CompanyOptions {
  model: CompanyModel;
  dataDir: string;
  now: () => Date;
  guests: () => Guest[];
}

/** The company while it runs: what it counts, what breaks and what it deploys. */
export class Company {
  readonly model: CompanyModel;
  readonly #anchors: AnchorFile;
  #reliability: CompanyReliability | undefined;
  #history: History | undefined;
  #telemetry: Telemetry | undefined;

  constructor(private readonly options: CompanyOptions) {
    this.model = options.model;
    this.#anchors = new AnchorFile(
      path.join(options.dataDir, 'anchors.json'),
      this.#seconds(),
    );
  }

  /** Made when first asked for, so that the sandbox starts fast. */
  get reliability(): CompanyReliability {
    this.#reliability ??= companyReliability(this.model);
    return this.#reliability;
  }

  get telemetry(): Telemetry {
    this.#telemetry ??= new Telemetry({
      model: this.model,
      reliability: this.reliability,
      history: this.#told(),
      guests: this.options.guests,
    });
    return this.#telemetry;
  }

  get slos(): SloSpec[] {
    return this.reliability.slos;
  }

  /** Incidents that have begun. */
  incidents(): Incident[] {
    const now = this.#seconds();
    return this.#told().incidents.filter(({ start }) => start <= now);
  }

  /** Deploys of a component of the last days that have happened, newest first. */
  deploys(component: string, days: number): Deploy[] {
    const now = this.#seconds();
    const oldest = now - days * 86_400;
    return this.#told()
      .deploys.filter(
        deploy =>
          deploy.component === component &&
          deploy.time <= now &&
          deploy.time > oldest,
      )
      .reverse();
  }

  /** Services that people created and that run by now. */
  guests(): Guest[] {
    const now = this.options.now().getTime();
    return this.options.guests().filter(({ since }) => since <= now);
  }

  /** Lets something break. */
  addIncident(incident: ExtraIncident): void {
    this.#anchors.add(incident);
    this.#forget();
  }

  /** Begins a new history. */
  reset(): void {
    this.#anchors.reset(this.#seconds());
    this.#forget();
  }

  #forget(): void {
    this.#history = undefined;
    this.#telemetry = undefined;
  }

  #told(): History {
    const { current } = this.#anchors;
    const horizon = this.#seconds() + horizonDays * 86_400;
    this.#history ??= createHistory(
      this.model,
      this.reliability,
      current,
      horizon,
      current.extra,
    );
    return this.#history;
  }

  #seconds(): number {
    return Math.floor(this.options.now().getTime() / 1000);
  }
}
