import type { GateAnswer } from '@arctiq/plugin-slo-common';
import type { Knex } from 'knex';
import { type Moment, toRequiredIso } from './moments';

/** One answer of the gate, as it was given. */
export interface GateLogEntry {
  /** ISO 8601 UTC. */
  askedAt: string;
  /** Entity ref of the person, or subject of the service. */
  askedBy: string;
  answer: GateAnswer;
}

/** Every answer of the promotion gate; nothing in it is ever changed. */
export interface GateLogStore {
  append(entry: GateLogEntry): Promise<void>;
  /** Newest first. */
  list(entityRef: string, limit: number): Promise<GateLogEntry[]>;
}

/** Keeps the answers in the database of the plugin. */
export class DatabaseGateLogStore implements GateLogStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritdoc GateLogStore.append} */
  async append({ askedAt, askedBy, answer }: GateLogEntry): Promise<void> {
    await this.#knex('gate_answers').insert({
      asked_at: new Date(askedAt),
      asked_by: askedBy.slice(0, 1000),
      entity_ref: answer.entityRef,
      environment: answer.environment,
      decision: answer.decision,
      document: JSON.stringify(answer),
    });
  }

  /** {@inheritdoc GateLogStore.list} */
  async list(entityRef: string, limit: number): Promise<GateLogEntry[]> {
    const rows: { asked_at: Moment; asked_by: string; document: string }[] =
      await this.#knex('gate_answers')
        .where({ entity_ref: entityRef })
        .orderBy('number', 'desc')
        .limit(limit);
    return rows.map(row => ({
      askedAt: toRequiredIso(row.asked_at),
      askedBy: row.asked_by,
      answer: JSON.parse(row.document),
    }));
  }
}
