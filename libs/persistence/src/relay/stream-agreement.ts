import { type Log } from '#libs/telemetry';
import type { StoringService } from '../roles.js';
import type { OutboxLog } from './outbox-log.js';
import { reconcile, type Agreement, type Disagreement } from './reconcile.js';
import type { RelayStream } from './relay-stream.js';
import { CannotCatchUp, takeOver, writeEventLog, type WriteMissing } from './take-over.js';

interface Settings {
  readonly service: StoringService;
  readonly stream: RelayStream;
  readonly log: Log;
  /** How long an agreement is trusted before the stream is asked where it stands. */
  readonly trustMs: number;
  /** Writes down what Postgres lacks, once somebody asks for it; without it the service puts its event log back by itself. */
  readonly writeMissing?: WriteMissing;
}

/** What outbox and stream are known to agree on; compared anew after every doubt, and every few seconds (R18). */
export class StreamAgreement {
  private agreed: Agreement | undefined;
  private askedAt = 0;
  private doubted = 0;
  /** Why it could not catch up when it was last asked to. */
  private stuck: string | undefined;

  constructor(private readonly settings: Settings) {}

  get current(): Agreement | undefined {
    return this.agreed;
  }

  /** The stream may be another one by now: compare before the next event. */
  doubt(): void {
    this.agreed = undefined;
    this.stuck = undefined;
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
    const { service, stream, writeMissing } = this.settings;
    let result = await reconcile(service, outbox, stream, { byItself: !writeMissing });
    if ('problem' in result && (await this.mayCatchUp(outbox, result)))
      result = await this.catchUp(outbox);
    if ('problem' in result && result.behind && this.stuck)
      result = { ...result, problem: this.stuck };
    await this.writeDown(outbox, result);
    if (!('problem' in result)) this.tell(result);
    return result;
  }

  /** A ledger catches up when it is asked to. An event log does by itself, if this Postgres ever belonged to this stream. */
  private async mayCatchUp(outbox: OutboxLog, { behind }: Disagreement): Promise<boolean> {
    if (!behind) return false;
    if (this.settings.writeMissing) return (await outbox.agreement())?.state === 'catching-up';
    if (this.stuck) return false;
    const [known, position] = [await outbox.knownEpoch(), await this.settings.stream.position()];
    const published = (await outbox.lastPublished()) !== undefined;
    return published || (known !== null && [behind.epoch, ...position!.restores].includes(known));
  }

  private async catchUp(outbox: OutboxLog): Promise<Agreement | Disagreement> {
    const { service, stream, log, writeMissing: write = writeEventLog } = this.settings;
    log.warn(
      `The Postgres of ${service} is older than the event stream: what is missing is taken over.`,
    );
    this.stuck = undefined;
    try {
      const result = await reconcile(service, outbox, stream, {
        takeOver: (epoch, events) => takeOver({ service, outbox, write }, epoch, events),
      });
      if (!('problem' in result)) log.info(`What the Postgres of ${service} lacked is taken over.`);
      return result;
    } catch (error) {
      if (!(error instanceof CannotCatchUp)) throw error;
      this.stuck = error.message;
      return reconcile(service, outbox, stream);
    }
  }

  /** Where the stream is missing, what this start of Postgres was found to be before still holds. */
  private async writeDown(outbox: OutboxLog, result: Agreement | Disagreement): Promise<void> {
    if (!('problem' in result)) {
      const { epoch, lastSequence: agreedUpTo } = result;
      await outbox.writeAgreement({ state: 'agreed', epoch, agreedUpTo, problem: null });
      return;
    }
    const { kind, problem, behind } = result;
    // Which stream this Postgres belongs to is written down only where both agree.
    const nothing = { epoch: null, agreedUpTo: behind?.upTo ?? null };
    if (kind === 'absent')
      await outbox.writeAgreement({ ...nothing, state: 'agreed', problem: null });
    else if (kind === 'behind')
      await outbox.writeAgreement({ ...nothing, state: 'behind', problem });
    else
      await outbox.writeAgreement({ ...nothing, state: 'unknown', problem }, { unlessKnown: true });
  }

  private tell({ lost, found }: Agreement): void {
    const { service, log } = this.settings;
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
  }
}
