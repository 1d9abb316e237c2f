import type { Msg } from '@nats-io/transport-node';
import { firstValueFrom, isObservable } from 'rxjs';
import { PhoenixError, Refusal, type Contract } from '#libs/contracts';
import { histogram, runInContext, type Log } from '#libs/telemetry';
import type { RecentHops } from '../hops/recent-hops.js';
import type { TokenVerifier } from '../identity/token-verifier.js';
import { encodeError } from '../wire/error-reply.js';
import { invalidMessage } from '../wire/invalid-message.js';
import { authorize } from './authorize.js';
import { Call } from './call.js';
import { encodeReply, type EncodedReply } from './encode-reply.js';
import { EndpointStats } from './endpoint-stats.js';
import { unavailableBroker } from './unavailable-broker.js';
import { readBody, readHeaders, type RequestHeaders } from './read-request.js';

const durations = histogram(
  'phoenix_request_server_duration_seconds',
  'Time from receiving a request to answering it',
  ['contract', 'outcome'],
);

export type NestHandler = (request: unknown, call: Call) => unknown;

export interface EndpointRuntime {
  readonly verifier: TokenVerifier;
  readonly log: Log;
  readonly recent: RecentHops;
  /** Checks our own replies too; on outside production. */
  readonly checkReplies: boolean;
  /** Names errors of what the service stands on, such as its database; undefined for those that it does not know. */
  readonly translate?: ((error: unknown) => PhoenixError | undefined) | undefined;
}

/** Answers every message on one contract's subject: always with a reply or a typed error, whatever was sent. */
export class Endpoint {
  readonly stats = new EndpointStats();

  constructor(
    readonly contract: Contract,
    private readonly handler: NestHandler,
    private readonly runtime: EndpointRuntime,
  ) {}

  async receive(message: Msg): Promise<void> {
    const receivedAt = performance.now();
    const facts = readHeaders(this.contract, message, receivedAt);
    const context = {
      correlationId: facts.correlationId,
      traceparent: facts.traceparent,
      service: facts.callerName,
    };
    await runInContext(context, () => this.answer(message, facts, receivedAt));
  }

  /** Answers `OVERLOADED` without looking at the message. */
  turnAway(message: Msg): void {
    const sentence = 'The service has more requests than it can take; ask again in a moment.';
    this.respond(
      message,
      encodeError(new PhoenixError('OVERLOADED', sentence, { retryAfterMs: 250 })),
    );
    this.stats.count(0, 'OVERLOADED');
    durations.observe({ contract: this.contract.subject, outcome: 'OVERLOADED' }, 0);
  }

  private async answer(message: Msg, facts: RequestHeaders, receivedAt: number): Promise<void> {
    const { code, ...reply } = await this.process(message, facts).catch((error: unknown) =>
      this.failure(error),
    );
    this.respond(message, reply);
    const elapsedMs = performance.now() - receivedAt;
    this.stats.count(elapsedMs, code);
    const outcome = code ?? 'ok';
    this.remember(facts, receivedAt, outcome);
    durations.observe({ contract: this.contract.subject, outcome }, elapsedMs / 1000);
    const { kind, subject } = this.contract;
    const line = {
      contract: subject,
      caller: facts.callerName,
      outcome,
      ms: Math.round(elapsedMs),
    };
    // A command is news; a query changed nothing.
    this.runtime.log[kind === 'command' ? 'info' : 'debug'](line, 'answered');
  }

  private remember(facts: RequestHeaders, startedAt: number, outcome: string): void {
    const { correlationId, messageId, callerName: caller } = facts;
    const what = this.contract.subject;
    this.runtime.recent.add({
      kind: 'answered',
      what,
      outcome,
      startedAt,
      correlationId,
      messageId,
      caller,
    });
  }

  private async process(message: Msg, facts: RequestHeaders): Promise<EncodedReply> {
    const { contract, runtime } = this;
    const body = readBody(contract, message, facts);
    const identity = await authorize(contract, facts.callerName, facts.token, runtime.verifier);
    const parsed = contract.request.safeParse(body);
    if (!parsed.success) throw invalidMessage(contract, body, parsed.error);
    const call = new Call({ contract, identity, body, ...facts });
    const result = await this.handler(parsed.data, call);
    const answer: unknown = isObservable(result) ? await firstValueFrom(result) : result;
    if (answer instanceof Refusal) return { code: answer.code, ...encodeError(answer) };
    return encodeReply(contract, answer, runtime.checkReplies);
  }

  private failure(error: unknown): EncodedReply {
    const named =
      error instanceof PhoenixError
        ? error
        : (this.runtime.translate?.(error) ?? unavailableBroker(error));
    if (named) return { code: named.code, ...encodeError(named) };
    this.runtime.log.error({ err: error, contract: this.contract.subject }, 'a handler failed');
    const known = new PhoenixError(
      'INTERNAL',
      'Something went wrong on our side; nothing more is known here.',
      {},
    );
    return { code: 'INTERNAL', ...encodeError(known) };
  }

  private respond(message: Msg, { body, headers }: Omit<EncodedReply, 'code'>): void {
    try {
      message.respond(body, headers ? { headers } : {});
    } catch (error) {
      this.runtime.log.error(
        { err: error, contract: this.contract.subject },
        'an answer could not be sent',
      );
    }
  }
}
