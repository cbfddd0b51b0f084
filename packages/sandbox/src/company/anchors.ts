import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ExtraIncident, Anchors } from '../model/incidents/types';

const staleAfter = 12 * 3600;
const slot = 300;

const extraSchema = z.object({
  id: z.string(),
  component: z.string(),
  aspect: z.string(),
  title: z.string(),
  priority: z.enum(['P1', 'P2', 'P3', 'P4']),
  start: z.number(),
  minutes: z.number(),
  spends: z.number(),
});

const schema = z.object({
  epoch: z.number().int(),
  starts: z.array(z.number().int()),
  extra: z.array(extraSchema),
});

/** What has to be remembered so that history stays what it was. */
export interface Remembered extends Anchors {
  /** Incidents that somebody asked for. */
  extra: ExtraIncident[];
}

/**
 * The moments that the history of a company is told from, kept in a file. Each
 * start that follows a pause of half a day becomes one of them, so that
 * something burns whenever somebody begins to look.
 */
export class AnchorFile {
  #current: Remembered;

  /** @param now - Unix seconds */
  constructor(private readonly file: string, now: number) {
    const known = fs.existsSync(file)
      ? schema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
      : undefined;
    const start = Math.floor(now / slot) * slot;
    const starts = known?.starts ?? [];
    const last = starts[starts.length - 1] ?? -Infinity;
    this.#current = {
      epoch: known?.epoch ?? start,
      starts: start - last > staleAfter ? [...starts, start] : starts,
      extra: known?.extra ?? [],
    };
    this.#write();
  }

  get current(): Remembered {
    return this.#current;
  }

  /** Adds an incident. */
  add(incident: ExtraIncident): void {
    this.#current = {
      ...this.#current,
      extra: [...this.#current.extra, incident],
    };
    this.#write();
  }

  /** Begins anew. */
  reset(now: number): void {
    const start = Math.floor(now / slot) * slot;
    this.#current = { epoch: start, starts: [start], extra: [] };
    this.#write();
  }

  #write(): void {
    fs.mkdirSync(path.dirname(this.file), { recursive: true });
    const draft = `${this.file}.new`;
    fs.writeFileSync(draft, `${JSON.stringify(this.#current, undefined, 2)}\n`);
    fs.renameSync(draft, this.file);
  }
}
