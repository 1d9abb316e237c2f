import { randomUUID } from 'node:crypto';
import type { PhoenixError } from '#libs/contracts';
import { encodeError } from '../../wire/error-reply.js';
import { invalidBody } from '../../wire/json.js';
import { partsGone } from '../../wire/parts-gone.js';
import { streamHeader } from '../../wire/stream-headers.js';
import type { EncodedReply } from '../encode-reply.js';
import { KeptParts } from './kept-parts.js';
import { endAnswer, partAnswer, waitingAnswer } from './stream-answers.js';
import { Waiting } from './waiting.js';

/** How what a handler makes becomes bytes. */
export interface Encoding {
  readonly part: (part: unknown) => Uint8Array;
  readonly end: (answer: unknown) => EncodedReply;
  readonly failure: (error: unknown) => EncodedReply;
}

/**
 * One work that tells of itself in parts, and what of it is kept for its readers. Its handler goes on no further than
 * the buffer lets it, and hears through `signal` when nobody wants the work any more.
 */
export class StreamRun {
  readonly id = randomUUID();
  private readonly kept = new KeptParts();
  private readonly aborting = new AbortController();
  private readonly waiting = new Waiting();
  private readers = 0;
  private heardAt = performance.now();
  private finished: EncodedReply | undefined;
  private toldEnd = false;

  get signal(): AbortSignal {
    return this.aborting.signal;
  }

  /** How it ended; undefined while it goes on. */
  get end(): EncodedReply | undefined {
    return this.finished;
  }

  /** True once a reader was told how it ended. */
  get endIsKnown(): boolean {
    return this.toldEnd;
  }

  /** How long nobody has asked for a part. */
  get quietMs(): number {
    return this.readers > 0 ? 0 : performance.now() - this.heardAt;
  }

  get partsMade(): number {
    return this.kept.last;
  }

  /** Takes part after part from the handler until its end; resolves when the handler has left. */
  async work(
    open: () => Promise<AsyncGenerator<unknown, unknown, void>>,
    encoding: Encoding,
  ): Promise<void> {
    const end = await this.follow(open, encoding).catch((error: unknown) =>
      this.finished && this.isAbort(error) ? this.finished : encoding.failure(error),
    );
    this.finish(end);
  }

  /** Ends it for its readers with this error, at once, unless it has ended; its handler hears of it. */
  abort(error: PhoenixError, outcome: string = error.code): void {
    if (this.finished) return;
    this.finish({ code: outcome, ...encodeError(error) });
    this.aborting.abort(error);
    this.waiting.changed();
  }

  /**
   * The part of this number, or the end in its place, or that there is nothing yet after `waitMs`. Whoever asks has all
   * parts before it. Refusals: `PARTS_GONE`, also beyond what there is, and `INVALID_MESSAGE` for what is no number.
   */
  async answer(number: number, waitMs: number): Promise<EncodedReply> {
    if (!Number.isInteger(number) || number < 1)
      throw invalidBody('asks for a part that cannot be', streamHeader.part);
    // Nobody has what is not there yet: nothing is let go for it.
    if (number > this.kept.last + 1) throw partsGone(number, 'This work has no such part.');
    this.kept.taken(number - 1);
    this.waiting.changed();
    this.readers += 1;
    await this.waiting.until(() => this.kept.last >= number || !!this.finished, waitMs);
    this.readers -= 1;
    this.heardAt = performance.now();
    return this.known(number);
  }

  private known(number: number): EncodedReply {
    const part = this.kept.get(number);
    if (part) return partAnswer(this.id, number, part);
    if (this.kept.wasLetGo(number)) throw partsGone(number, 'This part is not kept any more.');
    if (!this.finished) return waitingAnswer(this.id);
    this.toldEnd = true;
    return endAnswer(this.id, number, this.finished);
  }

  private async follow(
    open: () => Promise<AsyncGenerator<unknown, unknown, void>>,
    { part, end }: Encoding,
  ): Promise<EncodedReply> {
    const source = await open();
    try {
      for (;;) {
        await this.waiting.until(() => !this.kept.full || this.signal.aborted);
        this.signal.throwIfAborted();
        const step = await source.next();
        if (step.done) return end(step.value);
        this.signal.throwIfAborted();
        this.kept.add(part(step.value));
        this.waiting.changed();
      }
    } finally {
      await source.return(undefined);
    }
  }

  private isAbort(error: unknown): boolean {
    return error === this.signal.reason || (error as Error | undefined)?.name === 'AbortError';
  }

  /** The first end is the one that counts. */
  private finish(end: EncodedReply): void {
    this.finished ??= end;
    this.waiting.changed();
  }
}
