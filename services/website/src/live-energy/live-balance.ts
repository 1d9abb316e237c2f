import { PhoenixError, type getBalance, type ReplyOf } from '#libs/contracts';
import type { Bell } from './bell.js';

type Balance = ReplyOf<typeof getBalance>;

/** What is known of a balance now. After `signed-out` nothing more comes. */
export type LiveBalance =
  | { readonly kind: 'known'; readonly balance: Balance }
  | { readonly kind: 'unknown' | 'signed-out'; readonly problem: PhoenixError }
  | { readonly kind: 'unchanged' };

interface Sources {
  /** The balance as the hub holds it. */
  readonly ask: () => Promise<Balance>;
  /** Rings when it may have changed, or when it may not be known any more. */
  readonly bell: Bell;
  readonly signal: AbortSignal;
}

/** Asked again at least this often: a hint may be lost. */
const silenceMs = 15_000;
/** While the hub is away. */
const retryMs = 2_000;

/** The balance now and after each change, always whole; changes that come while it is asked for are one. */
export async function* liveBalance({ ask, bell, signal }: Sources): AsyncGenerator<LiveBalance> {
  let told = '';
  while (!signal.aborted) {
    const now = await stateNow(ask, signal);
    if (!now) return;
    const text = JSON.stringify(now.kind === 'known' ? now.balance : now.problem.message);
    yield text === told ? { kind: 'unchanged' } : now;
    told = text;
    if (now.kind === 'signed-out') return;
    await bell.wait(now.kind === 'known' ? silenceMs : retryMs);
  }
}

/** Undefined when nobody listens any more. */
async function stateNow(ask: Sources['ask'], signal: AbortSignal) {
  try {
    return { kind: 'known' as const, balance: await ask() };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof PhoenixError)) throw error;
    const kind = error.is('UNAUTHENTICATED') ? 'signed-out' : 'unknown';
    return { kind: kind as 'signed-out' | 'unknown', problem: error };
  }
}
