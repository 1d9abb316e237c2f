import type { Submission } from '../ledger/submission.js';
import { accept } from './decision.js';

/** Decides nothing, so that only what is due on the account happens. */
export function settleOnly(userId: string): Submission<null, never> {
  const nobody = { actorId: null, correlationId: '', causationId: '', traceparent: '' };
  return { userId, cause: nobody, decide: (account) => accept(account, [], () => null) };
}
