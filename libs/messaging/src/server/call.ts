import { createHash } from 'node:crypto';
import { PhoenixError, type Cause, type Contract } from '#libs/contracts';
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
}

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

  /** SHA-256 of the contract's name and the body as it was sent but for a field that may change, defaults not filled in (R13). */
  fingerprint(but?: string): string {
    const { contract } = this.facts;
    const body = Object.fromEntries(
      Object.entries(this.facts.body).filter(([field]) => field !== but),
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
