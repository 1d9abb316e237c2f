/**
 * `running`: filling its shadow. `caught-up`: kept up from then on. `verified`, `differs`: what the last verification
 * found. `done`: a dry run that has told what it found.
 */
export type RunState =
  | 'running'
  | 'caught-up'
  | 'verifying'
  | 'verified'
  | 'differs'
  | 'cut-over'
  | 'rolled-back'
  | 'done'
  | 'aborted'
  | 'discarded';

/** One replay of the stream into a shadow, as its row says. */
export interface Run {
  readonly id: string;
  readonly kind: 'replay' | 'dry-run';
  readonly state: RunState;
  /** Events a second at most. */
  readonly rate: number | null;
  readonly onlyUser: string | null;
  readonly fromSequence: number;
  readonly paused: boolean;
  /** How many were asked for. */
  readonly verifications: number;
}
