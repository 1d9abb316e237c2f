import { setTimeout as pause } from 'node:timers/promises';
import type { Msg, Subscription } from '@nats-io/transport-node';
import { isUuid, keyOf, type StreamedReply } from '#libs/contracts';
import { runInContext } from '#libs/telemetry';
import { encodeError } from '../../wire/error-reply.js';
import { headerOf } from '../../wire/headers.js';
import { encodeJson, invalidBody } from '../../wire/json.js';
import { partsGone } from '../../wire/parts-gone.js';
import { streamHeader } from '../../wire/stream-headers.js';
import { admit } from '../admit.js';
import { authorize } from '../authorize.js';
import { Call } from '../call.js';
import type { EncodedReply } from '../encode-reply.js';
import type { EndpointRuntime, NestHandler } from '../endpoint-runtime.js';
import { EndpointStats } from '../endpoint-stats.js';
import { failureReply, overloaded } from '../failure-reply.js';
import { contextOf, readHeaders, type RequestHeaders } from '../read-request.js';
import { recordAnswer, recordTurnedAway } from '../record-answer.js';
import { respond } from '../respond.js';
import { encodingOf, partsOf } from './handler-parts.js';
import { isSame, OpenRuns, type OpenRun, type RunOwner } from './open-runs.js';
import { joinedAnswer } from './stream-answers.js';
import { cancelledStreams, openStreams, streamedParts } from './stream-figures.js';
import { foreignStream, isLeaving, keyReused, workTimedOut } from './stream-errors.js';
import { StreamRun } from './stream-run.js';

/** Handlers at work for one contract in one instance. */
const mostAtWork = 256;
/** What a service that leaves lets its streams have, to end by themselves, and their readers, to hear of the end. */
const leavingMs = 2_000;
const lastRounds = 50;
/** A reader between two questions hears that the work was cancelled, and does not begin it anew. */
const goodbyeMs = 1_000;

/** Listens to a subject of this contract as one of the service's instances. */
export type Listen = (
  subject: string,
  receive: (message: Msg) => Promise<void>,
  turnAway: (message: Msg) => void,
) => Subscription;

/**
 * Answers on one stream contract: begins a work, or joins the one with the same key; gives its parts one by one to
 * whoever began it; cancels it when they say so, or have not asked for a part for the contract's `graceMs`.
 */
export class StreamEndpoint {
  readonly stats = new EndpointStats();
  private readonly runs: OpenRuns;
  private readonly atWork = new Set<Promise<void>>();
  private readonly away = new WeakSet<OpenRun>();
  private leaving = false;

  constructor(
    readonly contract: StreamedReply,
    private readonly handler: NestHandler,
    readonly runtime: EndpointRuntime & { readonly listen: Listen },
  ) {
    const lookEveryMs = Math.min(1_000, contract.graceMs / 4);
    this.runs = new OpenRuns(lookEveryMs, (one) => this.lookAt(one));
  }

  async receive(message: Msg): Promise<void> {
    const receivedAt = performance.now();
    const facts = readHeaders(this.contract, message, receivedAt);
    await runInContext(contextOf(facts), async () => {
      const reply = await this.begin(message, facts, receivedAt).catch((error: unknown) => {
        const failed = failureReply(error, this.contract, this.runtime);
        recordAnswer(this, facts, receivedAt, failed.code);
        return failed;
      });
      respond(message, reply, this.contract, this.runtime.log);
    });
  }

  /** Answers `OVERLOADED` without looking at the message. */
  turnAway(message: Msg): void {
    respond(message, encodeError(overloaded()), this.contract, this.runtime.log);
    recordTurnedAway(this);
  }

  /** Lets what is at work end, for a moment; what has not ended by then is cut off as `UNAVAILABLE`. */
  async leave(): Promise<void> {
    this.leaving = true;
    const working = Promise.allSettled(this.atWork);
    await Promise.race([working, pause(leavingMs, undefined, { ref: false })]);
    for (const { run } of this.runs.all) run.abort(isLeaving());
    await working;
    const unheard = () => this.runs.all.some(({ run }) => !run.endIsKnown);
    // Rounds, not a time: who stood still itself hears first who asked meanwhile.
    for (let round = 0; unheard() && round < lastRounds; round++) await pause(10);
    for (const one of this.runs.all) this.runs.close(one);
  }

  private async begin(message: Msg, facts: RequestHeaders, at: number): Promise<EncodedReply> {
    const { contract, runtime } = this;
    const { request, ...asked } = await admit(contract, message, facts, runtime.verifier);
    const run = new StreamRun();
    const call = new Call({ contract, ...asked, ...facts, cancelled: run.signal });
    const owner = { callerName: facts.callerName, userId: asked.identity?.userId };
    const key = keyOf(contract, request);
    const fingerprint = call.fingerprint();
    const known = key === undefined ? undefined : this.runs.joinable(owner, key);
    if (known && known.fingerprint !== fingerprint) throw keyReused(key!);
    if (known) return joinedAnswer(await known.run.answer(1, 0));
    if (this.leaving) throw isLeaving();
    if (this.atWork.size >= mostAtWork) throw overloaded();
    this.open(run, { owner, key, fingerprint }, facts.deadline);
    void this.work(run, () => partsOf(this.handler, request, call)).then(() =>
      recordAnswer(this, facts, at, run.end?.code),
    );
    return run.answer(1, 0);
  }

  private open(
    run: StreamRun,
    begun: Pick<OpenRun, 'owner' | 'key' | 'fingerprint'>,
    deadline: number,
  ): void {
    const { subject } = this.contract;
    const turnAway = (message: Msg) => this.turnAway(message);
    const listen = (token: string, receive: (message: Msg) => Promise<void>) =>
      this.runtime.listen(`${subject}.${token}.*`, receive, turnAway);
    const subscriptions = [listen(run.id, (message) => this.goOn(run, begun.owner, message))];
    // Who asks again with the key asks first where its work is.
    if (begun.key && isUuid(begun.key))
      subscriptions.push(
        listen(begun.key, (message) =>
          isCancel(message) ? this.goOn(run, begun.owner, message) : this.receive(message),
        ),
      );
    const leftMs = Math.max(0, Math.round(deadline - performance.now()));
    const timer = setTimeout(() => run.abort(workTimedOut(leftMs)), leftMs);
    this.runs.add({ run, ...begun, subscriptions, deadline: timer });
  }

  private async work(
    run: StreamRun,
    open: () => Promise<AsyncGenerator<unknown, unknown, void>>,
  ): Promise<void> {
    const { contract, runtime } = this;
    const labels = { contract: contract.subject };
    openStreams.inc(labels);
    const working = run.work(open, encodingOf(contract, runtime));
    this.atWork.add(working);
    await working;
    this.atWork.delete(working);
    openStreams.dec(labels);
    streamedParts.inc(labels, run.partsMade);
  }

  private async goOn(run: StreamRun, owner: RunOwner, message: Msg): Promise<void> {
    const { contract, runtime } = this;
    const facts = readHeaders(contract, message, performance.now());
    const reply = await this.asReader(run, owner, message, facts).catch((error: unknown) =>
      failureReply(error, contract, runtime),
    );
    respond(message, reply, contract, runtime.log);
  }

  private async asReader(run: StreamRun, owner: RunOwner, message: Msg, facts: RequestHeaders) {
    const { contract, runtime } = this;
    if (facts.malformed) throw invalidBody('has headers that cannot be read', 'headers');
    const identity = await authorize(contract, facts.callerName, facts.token, runtime.verifier);
    if (!isSame(owner, { callerName: facts.callerName, userId: identity?.userId }))
      throw foreignStream(contract.by);
    if (!isCancel(message))
      return run.answer(Number(headerOf(message, streamHeader.part)), contract.heartbeatMs);
    this.cancel(run, 'asked');
    return { body: encodeJson({}) };
  }

  /**
   * The caller of a work may be away for a moment, and an end is kept for as long. Found away twice: an instance that
   * stood still itself hears first who is there.
   */
  private lookAt(one: OpenRun): void {
    const wasAway = this.away.has(one);
    const isAway = one.run.quietMs > this.contract.graceMs;
    if (!isAway) this.away.delete(one);
    else if (!wasAway) this.away.add(one);
    else if (one.run.end) this.runs.close(one);
    else this.cancel(one.run, 'gone');
  }

  private cancel(run: StreamRun, reason: 'asked' | 'gone'): void {
    const one = this.runs.all.find((other) => other.run === run);
    if (!one) return;
    if (!run.end) {
      cancelledStreams.inc({ contract: this.contract.subject, reason });
      run.abort(partsGone(run.partsMade + 1, 'The work was cancelled.'), 'cancelled');
    }
    if (reason === 'gone') this.runs.close(one);
    else setTimeout(() => this.runs.close(one), goodbyeMs).unref();
  }
}

function isCancel(message: Msg): boolean {
  return headerOf(message, streamHeader.cancel) === 'true';
}
