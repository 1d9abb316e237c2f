import type { ActionId, DataOf, EventContract } from '#libs/contracts';
import type { Call } from '#libs/messaging';
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
  /** Aborts when the user does not want it any more. */
  readonly cancelled?: AbortSignal;
  readonly event: E;
  /** Refuses before any energy moves, by throwing a `PhoenixError`; not asked when the work is done already. */
  readonly before?: () => Promise<void>;
  /** Does the work until its signal aborts. */
  readonly work: (signal: AbortSignal) => Promise<Work>;
  /** Writes the document in this transaction. May refuse by throwing a `PhoenixError`. */
  readonly store: (tx: EntityManager, work: Work, hold: Hold) => Promise<Stored<Reply, E>>;
}

export interface Hold {
  readonly holdId: string;
  /** The points that it reserved: 0 in an unlimited period. */
  readonly held: number;
}

/** A hold lives at least so long, so that a hub that is away for a moment makes nobody's work free. */
const shortestHoldMs = 120_000;

/** R33: at least three times as long as the work may take. */
export function lifetimeMs({ limitMs }: { readonly limitMs: number }): number {
  return Math.max(3 * limitMs, shortestHoldMs);
}
