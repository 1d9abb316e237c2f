import { type Log } from '#libs/telemetry';
import type { StoringService } from '../roles.js';
import type { OutboxLog } from './outbox-log.js';
import { reconcile, type Agreement, type Disagreement } from './reconcile.js';
import type { RelayStream } from './relay-stream.js';

interface Settings {
  readonly service: StoringService;
  readonly stream: RelayStream;
  readonly log: Log;
  /** How long an agreement is trusted before the stream is asked where it stands. */
  readonly trustMs: number;
}

/** What outbox and stream are known to agree on; compared anew after every doubt, and every few seconds (R18). */
export class StreamAgreement {
  private agreed: Agreement | undefined;
  private askedAt = 0;
  private doubted = 0;

  constructor(private readonly settings: Settings) {}

  get current(): Agreement | undefined {
    return this.agreed;
  }

  /** The stream may be another one by now: compare before the next event. */
  doubt(): void {
    this.agreed = undefined;
    this.doubted++;
  }

  /** How often there was doubt: as long as it stays, so does what was agreed on. */
  get doubts(): number {
    return this.doubted;
  }

  /** The stream went on from what was agreed on. */
  advance(lastSequence: number): void {
    if (this.agreed) this.agreed = { ...this.agreed, lastSequence };
  }

  async reach(outbox: OutboxLog): Promise<Agreement | Disagreement> {
    const { trustMs } = this.settings;
    if (this.agreed && performance.now() < this.askedAt + trustMs) return this.agreed;
    this.askedAt = performance.now();
    if (await this.stillHolds()) return this.agreed!;
    for (;;) {
      const { doubts } = this;
      const result = await this.compare(outbox);
      if ('problem' in result) return result;
      if (doubts === this.doubts) return (this.agreed = result);
    }
  }

  private async stillHolds(): Promise<boolean> {
    const before = this.agreed;
    if (!before) return false;
    const now = await this.settings.stream.position();
    const holds = now?.epoch === before.epoch && now.lastSequence >= before.lastSequence;
    if (!holds) this.agreed = undefined;
    return holds && this.agreed === before;
  }

  private async compare(outbox: OutboxLog): Promise<Agreement | Disagreement> {
    const { service, stream, log } = this.settings;
    const result = await reconcile(service, outbox, stream);
    if ('problem' in result) return result;
    const { lost, found } = result;
    if (lost > 0) {
      log.warn(
        { lost },
        `The stream had lost ${lost} events of ${service}: they are published again.`,
      );
    }
    if (found > 0) {
      log.info(
        { found },
        `The stream held ${found} events of ${service} that were not yet marked.`,
      );
    }
    return result;
  }
}
