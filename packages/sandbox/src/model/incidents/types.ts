/** How urgent an incident is. */
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';

/** What an incident does to a stream while it lasts. */
export interface Effect {
  /** Id of the stream or gauge. */
  stream: string;
  /** Added share of bad events. */
  bad?: number;
  /** Added share of slow events. */
  slow?: number;
}

/** Something that went wrong with a component. Times are Unix seconds. */
export interface Incident {
  id: string;
  component: string;
  title: string;
  priority: Priority;
  start: number;
  end: number;
  effects: Effect[];
  /** The deploy that caused it. */
  deploy?: string;
}

/** A version that went to production. Times are Unix seconds. */
export interface Deploy {
  id: string;
  component: string;
  version: string;
  title: string;
  time: number;
  /** Login of the person. */
  actor: string;
  /** The incident that it caused. */
  incident?: string;
}

/** What happens to a promise again and again, once in each window. */
export interface Story {
  component: string;
  aspect: string;
  title: string;
  priority: Priority;
  /** Hours before the epoch at which it began last. */
  hoursBefore: number;
  minutes: number;
  /** Share of the budget of the promise that it spends. */
  spends: number;
  /** Every how many days; 28 or 30 keeps exactly one in the window. */
  everyDays: number;
  /** What was deployed minutes before, where that caused it. */
  deploy?: string;
}

/** An incident that somebody asks for. */
export interface ExtraIncident {
  id: string;
  component: string;
  /** The promise that it breaks. */
  aspect: string;
  title: string;
  priority: Priority;
  /** Unix seconds. */
  start: number;
  minutes: number;
  /** Share of the budget that it spends. */
  spends: number;
}

/** Moments that history is told from, in Unix seconds. */
export interface Anchors {
  /** First start of the sandbox: stories lie before it. */
  epoch: number;
  /** Starts at which something has been burning for an hour. */
  starts: readonly number[];
}
