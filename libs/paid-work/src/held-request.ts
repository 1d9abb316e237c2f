import type { ActionId, AiFailureReason, DataOf, EventContract, Refusal } from '#libs/contracts';
import type { Call, StoredReply } from '#libs/messaging';
import type { EntityManager } from '#libs/persistence';

/** What a piece of work leaves behind: the document that was stored, the reply but for its receipt, what the event tells. */
export interface Stored<Reply, E extends EventContract> {
  readonly documentId: string;
  readonly reply: Omit<Reply, 'receipt'>;
  readonly data: DataOf<E>;
}

/** One request for work under a hold. */
export interface HeldRequest<Work, Reply, E extends EventContract> {
  readonly call: Call;
  readonly idempotencyKey: string;
  readonly action: ActionId;
  readonly expectedCost: number | undefined;
  /** The longest that the work may take, in milliseconds; at most 5 minutes. */
  readonly limitMs: number;
  /** Aborts when nobody wants it any more; what is stored by then is delivered and paid. */
  readonly cancelled?: AbortSignal;
  readonly event: E;
  /** Refuses before any energy moves, by throwing a `PhoenixError`; not asked when the work is done already. */
  readonly before?: () => Promise<void>;
  /** Does the work until its signal aborts. */
  readonly work: (signal: AbortSignal) => Promise<Work>;
  /** What is offered free where a provider fails at the work. */
  readonly draft?: Draft<Work>;
  /** Writes the document in this transaction. May refuse by throwing a `PhoenixError`. */
  readonly store: (tx: EntityManager, work: Work, hold: Hold) => Promise<Stored<Reply, E>>;
}

export interface Hold {
  readonly holdId: string;
  /** The points that it reserved: 0 in an unlimited period. */
  readonly held: number;
  /** Of a free draft: why the provider failed. Its hold is the one that came back then, and holds nothing. */
  readonly freeAfter?: AiFailureReason;
}

/** The same work, done in the house. */
export interface Draft<Work> {
  /** True when the user takes up the offer; the field that says so, `freeDraft`, makes no other request of it. */
  readonly asked: boolean;
  /** False where nothing can be written, so that nothing is offered. */
  readonly isThere: () => boolean;
  /** Takes no time worth a limit. Throws a `PhoenixError` where nothing can be written. */
  readonly write: () => Work;
}

export type HeldRefusal =
  'IDEMPOTENCY_KEY_REUSED' | 'WORK_UNDER_WAY' | 'WORK_NOT_DONE' | 'DOCUMENT_NOT_FOUND';

export type HeldAnswer<Reply> = StoredReply<Reply> | Refusal<HeldRefusal>;

/** A hold lives at least so long, so that a hub that is away for a moment makes nobody's work free. */
const shortestHoldMs = 120_000;

/** R33: at least three times as long as the work may take. */
export function lifetimeMs({ limitMs }: { readonly limitMs: number }): number {
  return Math.max(3 * limitMs, shortestHoldMs);
}
