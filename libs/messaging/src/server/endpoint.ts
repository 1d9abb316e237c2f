import type { Msg } from '@nats-io/transport-node';
import { firstValueFrom, isObservable } from 'rxjs';
import { Refusal, type SingleReply } from '#libs/contracts';
import { runInContext } from '#libs/telemetry';
import { encodeError } from '../wire/error-reply.js';
import { admit } from './admit.js';
import { Call } from './call.js';
import { encodeReply, type EncodedReply } from './encode-reply.js';
import type { EndpointRuntime, NestHandler } from './endpoint-runtime.js';
import { EndpointStats } from './endpoint-stats.js';
import { failureReply, overloaded } from './failure-reply.js';
import { contextOf, readHeaders, type RequestHeaders } from './read-request.js';
import { recordAnswer, recordTurnedAway } from './record-answer.js';
import { respond } from './respond.js';

/** Answers every message on one contract's subject: always with a reply or a typed error, whatever was sent. */
export class Endpoint {
  readonly stats = new EndpointStats();

  constructor(
    readonly contract: SingleReply,
    private readonly handler: NestHandler,
    readonly runtime: EndpointRuntime,
  ) {}

  async receive(message: Msg): Promise<void> {
    const receivedAt = performance.now();
    const facts = readHeaders(this.contract, message, receivedAt);
    await runInContext(contextOf(facts), () => this.answer(message, facts, receivedAt));
  }

  /** Answers `OVERLOADED` without looking at the message. */
  turnAway(message: Msg): void {
    respond(message, encodeError(overloaded()), this.contract, this.runtime.log);
    recordTurnedAway(this);
  }

  private async answer(message: Msg, facts: RequestHeaders, receivedAt: number): Promise<void> {
    const reply = await this.process(message, facts).catch((error: unknown) =>
      failureReply(error, this.contract, this.runtime),
    );
    respond(message, reply, this.contract, this.runtime.log);
    recordAnswer(this, facts, receivedAt, reply.code);
  }

  private async process(message: Msg, facts: RequestHeaders): Promise<EncodedReply> {
    const { contract, runtime } = this;
    const { request, ...asked } = await admit(contract, message, facts, runtime.verifier);
    const call = new Call({ contract, ...asked, ...facts });
    const result = await this.handler(request, call);
    const answer: unknown = isObservable(result) ? await firstValueFrom(result) : result;
    if (answer instanceof Refusal) return { code: answer.code, ...encodeError(answer) };
    return encodeReply(contract, answer, runtime.checkReplies);
  }
}
