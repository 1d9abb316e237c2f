import type { OpsEnvironment } from './ops-environment.js';
import type { Terminal } from './terminal/terminal.js';

/** What every command gets besides its own options. */
export interface Ops {
  readonly config: OpsEnvironment;
  readonly terminal: Terminal;
  readonly json: boolean;
  readonly verbose: boolean;
  /** The time here, in milliseconds. */
  readonly now: () => number;
  /** Aborts when the person wants to stop. */
  readonly signal: AbortSignal;
}

/** True when all is well (exit 0), false when something is wrong (exit 1). */
export type Well = boolean;
