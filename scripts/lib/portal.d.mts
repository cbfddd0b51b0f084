/** One of the two processes of a portal. */
export interface PortalServer {
  start(): PortalServer;
  stop(): Promise<void>;
  kill(): Promise<void>;
  readonly running: boolean;
}

/** The portal and its sandbox. */
export interface Portal {
  url: string;
  sandboxUrl: string;
  secrets: Record<string, string>;
  sandbox: PortalServer;
  backend: PortalServer;
  startSandbox(): Promise<void>;
  startBackend(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createPortal(options: {
  portalPort: number;
  sandboxPort: number;
  dataDir: string;
  env?: Record<string, string>;
  config?: string[];
}): Portal;
