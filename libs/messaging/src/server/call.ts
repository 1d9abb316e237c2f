import { createHash } from 'node:crypto';
import { besideKey, PhoenixError, type Cause, type Contract } from '#libs/contracts';
import type { Caller } from '../client/caller.js';
import type { Identity } from '../identity/identity.js';
import { canonicalJson } from './canonical-json.js';

export interface CallFacts {
  readonly contract: Contract;
  readonly callerName: string;
  readonly identity: Identity | null;
  readonly token: string | undefined;
  readonly correlationId: string;
  readonly messageId: string;
  readonly traceparent: string;
  readonly deadline: number;
  readonly body: Record<string, unknown>;
  readonly cancelled?: AbortSignal;
}

const never = new AbortController().signal;

/** One request as its handler sees it: who asks, as part of what, and until when. Passed on to ask other services. */
export class Call implements Caller {
  constructor(private readonly facts: CallFacts) {}

  /** The service that asks, as NATS let it (R28). */
  get callerName(): string {
    return this.facts.callerName;
  }

  get correlationId(): string {
    return this.facts.correlationId;
  }

  get traceparent(): string {
    return this.facts.traceparent;
  }

  get token(): string | undefined {
    return this.facts.token;
  }

  /** `performance.now()` by which the answer is needed; later work is in vain. */
  get deadline(): number {
    return this.facts.deadline;
  }

  get expired(): boolean {
    return performance.now() > this.facts.deadline;
  }

  /**
   * Aborts when nobody wants the parts of a streamed reply any more, or its time is over. Not passed on: what was paid
   * or held must still be settled, with this very call.
   */
  get cancelled(): AbortSignal {
    return this.facts.cancelled ?? never;
  }

  /** The user whom the verified token speaks for. Only asked where the contract's `by` names user or staff. */
  get userId(): string {
    return this.identity().userId;
  }

  /** Whose data is asked for: the caller's own, or another's when staff says so explicitly (R29). */
  subjectUser(onBehalfOf: string | undefined): string {
    const { userId, staff } = this.identity();
    if (onBehalfOf === undefined || onBehalfOf === userId) return userId;
    if (staff) return onBehalfOf;
    throw new PhoenixError('FORBIDDEN', 'Only staff may act on behalf of somebody else.', {
      allowed: ['staff'],
    });
  }

  /** What an event says of this request as its cause. */
  cause(): Cause {
    const { identity, correlationId, messageId, traceparent } = this.facts;
    return {
      actorId: identity?.userId ?? null,
      correlationId,
      causationId: messageId,
      traceparent,
    };
  }

  /** SHA-256 of the contract's name and the body as it was sent, defaults not filled in and but for what is beside the key (R13). */
  fingerprint(): string {
    const { contract } = this.facts;
    const body = Object.fromEntries(
      Object.entries(this.facts.body).filter(([field]) => !besideKey.has(field)),
    );
    return createHash('sha256').update(contract.subject).update(canonicalJson(body)).digest('hex');
  }

  private identity(): Identity {
    if (this.facts.identity) return this.facts.identity;
    throw new PhoenixError(
      'UNAUTHENTICATED',
      'An access token is needed: Authorization: Bearer …',
      {
        reason: 'missing',
      },
    );
  }
}
