import { hideSecrets, type Log } from '#libs/telemetry';

/** `standby`: another replica writes this model. `paused`: it is tried again by itself. `stopped`: somebody must act. */
export type ModelState = 'running' | 'standby' | 'paused' | 'stopped';

/** What one model's writer is doing, and why it is not running; logged when it changes, and only then. */
export class ModelStatus {
  private current: ModelState = 'standby';
  private why: string | null = null;

  constructor(
    private readonly model: string,
    private readonly log: Log,
  ) {}

  get state(): ModelState {
    return this.current;
  }

  get reason(): string | null {
    return this.why;
  }

  /** True when this is news. */
  become(state: ModelState, reason: string | null = null): boolean {
    const why = reason === null ? null : hideSecrets(reason);
    if (state === this.current && why === this.why) return false;
    this.current = state;
    this.why = why;
    const line = { model: this.model, state };
    if (why === null) this.log.info(line, `read model ${this.model}: ${state}`);
    else this.log.warn(line, `read model ${this.model}: ${state}. ${why}`);
    return true;
  }
}
