import { PhoenixError, type StreamedReply } from '#libs/contracts';
import { invalidReply } from '../../wire/error-reply.js';
import type { StreamAnswer } from '../../wire/stream-answer.js';
import { abortReason } from '../reply-inbox.js';
import { withOutcome } from '../retry.js';
import type { Conversation } from './conversation.js';
import { readPosition, writePosition } from './stream-position.js';

export interface ReadingOptions {
  readonly contract: StreamedReply;
  readonly from?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how it ended: undefined for the reply, else what was thrown. */
  readonly settled: (error: unknown) => void;
}

/**
 * A streamed reply, read by one loop: `for await` gives the parts in order and throws the `PhoenixError` that ends them;
 * after it `end` is the reply. Nothing is asked before the loop begins. Leaving the loop early, and the signal, cancel
 * the work at once; `PARTS_GONE` does not, since others may read on. `leave()` ends the loop and lets the work go on, for
 * whoever asks from `position` within the contract's `graceMs`.
 */
export class ReplyStream<Part, End> implements AsyncIterable<Part> {
  readonly end: Promise<End>;
  private resolve!: (end: End) => void;
  private reject!: (error: unknown) => void;
  private readonly leaving = new AbortController();
  private number: number;
  private over = false;

  constructor(
    private readonly conversation: Conversation,
    private readonly options: ReadingOptions,
  ) {
    this.number = readPosition(options.from ?? '')?.number ?? 0;
    this.end = new Promise<End>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Whoever loops hears of it there.
    this.end.catch(() => undefined);
  }

  /** The last part that the loop gave, as the option `from` takes it; undefined before the work has begun. */
  get position(): string | undefined {
    const { run } = this.conversation;
    return run === undefined ? undefined : writePosition({ run, number: this.number });
  }

  /** True when another request with the same key had begun the work, or had its end; known with the first part or the end. */
  get replayed(): boolean {
    return this.conversation.replayed;
  }

  /** Ends the loop and lets the work go on. */
  leave(): void {
    this.leaving.abort();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Part, void, void> {
    const { contract, signal, settled } = this.options;
    // At once, also while whoever loops is busy with a part.
    const cancel = () => this.conversation.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      yield* this.parts();
      settled(undefined);
    } catch (thrown) {
      if (thrown instanceof PhoenixError && thrown.is('PARTS_GONE')) this.over = true;
      const error = signal?.aborted ? abortReason(signal) : withOutcome(contract, thrown);
      this.reject(error);
      settled(error);
      if (!this.leaving.signal.aborted) throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      if (!this.over && !this.leaving.signal.aborted) cancel();
    }
  }

  private async *parts(): AsyncGenerator<Part, void, void> {
    const { signal } = this.options;
    const stop = AbortSignal.any([this.leaving.signal, ...(signal ? [signal] : [])]);
    let answer = await this.first(stop);
    while (answer.kind !== 'end') {
      stop.throwIfAborted();
      if (answer.kind === 'part') {
        this.assertNext(answer.number);
        this.number = answer.number;
        const next = this.conversation.part(this.number + 1, stop);
        next.catch(() => undefined);
        yield* this.shown(answer.part as Part);
        answer = await next;
      } else {
        answer = await this.more(answer, stop);
      }
    }
    this.assertNext(answer.number);
    this.over = true;
    this.resolve(answer.reply as End);
  }

  private more(answer: StreamAnswer, stop: AbortSignal): Promise<StreamAnswer> {
    if (answer.kind !== 'failed') return this.conversation.part(this.number + 1, stop);
    this.over = true;
    throw answer.error;
  }

  /** A work that has begun is known before we leave, so that it can be cancelled. */
  private async first(stop: AbortSignal): Promise<StreamAnswer> {
    const { from } = this.options;
    stop.throwIfAborted();
    const begun = from === undefined ? this.conversation.begin() : this.conversation.resume(from);
    return new Promise((resolve, reject) => {
      stop.addEventListener('abort', () => reject(abortReason(stop)), { once: true });
      begun.then(resolve, (error: unknown) => {
        // Others began it, and may be reading it.
        if (from !== undefined) this.over = true;
        reject(error);
      });
    });
  }

  /** Gives a part away; the service hears that we are still there for as long as it takes. */
  private async *shown(part: Part): AsyncGenerator<Part, void, void> {
    const { heartbeatMs } = this.options.contract;
    const stillHere = () => this.conversation.stillHere(this.number + 1);
    const timer = setInterval(stillHere, heartbeatMs);
    const { signal: left } = this.leaving;
    // Whoever left may never come back to the loop.
    const noMore = () => clearInterval(timer);
    left.addEventListener('abort', noMore, { once: true });
    try {
      yield part;
    } finally {
      noMore();
      left.removeEventListener('abort', noMore);
    }
  }

  private assertNext(number: number): void {
    if (number !== this.number + 1) throw invalidReply('with a part out of turn');
  }
}
