import { isUuid, keyOf, PhoenixError, type ServiceName, type StreamedReply } from '#libs/contracts';
import type { Connection } from '../../connection.js';
import { wasReplayed } from '../../wire/headers.js';
import { encodeJson } from '../../wire/json.js';
import { partsGone } from '../../wire/parts-gone.js';
import { readStreamAnswer, runOf, type StreamAnswer } from '../../wire/stream-answer.js';
import { streamHeader } from '../../wire/stream-headers.js';
import type { Header } from '../../wire/written-headers.js';
import type { Caller } from '../caller.js';
import { NobodyListens, unavailable } from '../reply-inbox.js';
import { requestHeaders } from '../request-headers.js';
import { backOff, mayRetry } from '../retry.js';
import { cancelWork } from './cancel-work.js';
import { readPosition } from './stream-position.js';

/** After a lost connection, a service that lives may be back a moment later than we. */
const goneAfterMs = 2_000;
/** In heartbeats of the service: after the first it is asked again, after the second given up. */
const unansweredBeats = 2;
const silentBeats = 3;
/** And asked so often at the least: it may have been us who stood still. */
const fewestAttempts = 3;

export interface Asked {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly contract: StreamedReply;
  readonly body: Record<string, unknown>;
  readonly caller: Caller;
  readonly messageId: string;
  readonly startedAt: number;
  /** `performance.now()` by which the end is needed. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** What is said with the service about one work: begin, the next part, and that nobody wants it any more. */
export class Conversation {
  /** The id of the work, known from its first answer on. */
  run: string | undefined;
  /** True once it is known that another request with the same key has begun the work, or had its end. */
  replayed = false;
  private begun: Promise<StreamAnswer> | undefined;

  constructor(private readonly asked: Asked) {}

  /** Begins the work, or joins the one under the same key, wherever it is. */
  begin(): Promise<StreamAnswer> {
    this.begun = this.attempts();
    return this.begun;
  }

  /** The work of a position, from the part after it on. Throws `PARTS_GONE` when it is there no more. */
  async resume(position: string): Promise<StreamAnswer> {
    const { run, number = 0 } = readPosition(position) ?? {};
    if (!run) throw partsGone(1, 'This is no position in a stream.');
    this.run = run;
    this.begun = this.say(run, [[streamHeader.part, String(number + 1)]]);
    return this.begun.catch((error: unknown) => {
      throw error instanceof NobodyListens ? partsGone(number + 1, 'This work is over.') : error;
    });
  }

  /** The part of this number, or the end. Goes on asking while there is nothing yet, and over a lost connection. */
  async part(number: number, signal: AbortSignal): Promise<StreamAnswer> {
    const { contract } = this.asked;
    let heardAt = performance.now();
    let failed = 0;
    for (;;) {
      this.assertInTime();
      try {
        const answer = await this.say(this.run!, [[streamHeader.part, String(number)]], signal);
        if (answer.kind !== 'waiting') return answer;
        heardAt = performance.now();
        failed = 0;
      } catch (error) {
        const mayPass = error instanceof PhoenixError && error.kind === 'unavailable';
        if (signal.aborted || !mayPass) throw error;
        const patienceMs =
          error instanceof NobodyListens ? goneAfterMs : silentBeats * contract.heartbeatMs;
        const leftMs = heardAt + patienceMs - performance.now();
        failed += 1;
        if (leftMs > 0 || failed < fewestAttempts) await backOff(failed, 1_000, signal);
        else if (number === 1 && mayRetry(contract, error)) return this.begin();
        else throw unavailable('the instance at work is gone', error);
      }
    }
  }

  /** Says that a reader of the parts before this one is still there. */
  stillHere(number: number): void {
    this.say(this.run!, [[streamHeader.part, String(number)]]).catch(() => undefined);
  }

  /** Cancels the work at once. When it cannot be said, the service notices by itself that nobody asks any more. */
  cancel(): void {
    if (this.run) this.sendCancel(this.run);
    else this.begun?.then(({ run }) => this.sendCancel(run)).catch(() => undefined);
  }

  private sendCancel(run: string): void {
    cancelWork(this.asked, run, this.asked.messageId).catch(() => undefined);
  }

  private async attempts(): Promise<StreamAnswer> {
    const { contract, deadline, signal } = this.asked;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.beginOnce();
      } catch (error) {
        const leftMs = deadline - performance.now();
        if (!mayRetry(contract, error) || leftMs < 10) throw error;
        await backOff(attempt, leftMs, signal);
      }
    }
  }

  private async beginOnce(): Promise<StreamAnswer> {
    const { contract, body } = this.asked;
    const key = keyOf(contract, body);
    if (key && isUuid(key)) {
      try {
        return await this.send(key, encodeJson(body));
      } catch (error) {
        if (!(error instanceof NobodyListens)) throw error;
      }
    }
    return this.send(undefined, encodeJson(body));
  }

  /** The service says so first, at its own deadline; unless we joined a work with a later one. */
  private assertInTime(): void {
    const { contract, startedAt, deadline } = this.asked;
    const now = performance.now();
    if (now < deadline + contract.heartbeatMs) return;
    const afterMs = Math.round(now - startedAt);
    throw new PhoenixError('TIMED_OUT', `The end did not come within ${afterMs} ms.`, { afterMs });
  }

  private say(run: string, more: readonly Header[], signal?: AbortSignal): Promise<StreamAnswer> {
    return this.send(run, encodeJson({}), more, signal);
  }

  /** Beginning is not given up half-way: an answer that nobody waits for tells which work to cancel. */
  private async send(
    token: string | undefined,
    body: Uint8Array,
    more: readonly Header[] = [],
    signal?: AbortSignal,
  ): Promise<StreamAnswer> {
    const { connection, contract, service, caller, messageId, deadline } = this.asked;
    if (!connection.connected) throw unavailable('there is no connection to NATS');
    const leftMs = Math.max(1, deadline - performance.now());
    const timeoutMs = unansweredBeats * contract.heartbeatMs;
    const below = token === undefined ? '' : `${token}.`;
    const message = await connection.inbox.request(`${contract.subject}.${below}${service}`, body, {
      timeoutMs,
      headers: requestHeaders(caller, messageId, leftMs, more),
      signal,
    });
    this.run = runOf(message) ?? this.run;
    this.replayed ||= wasReplayed(message);
    return readStreamAnswer(contract, message);
  }
}
