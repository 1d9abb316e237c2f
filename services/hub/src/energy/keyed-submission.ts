import type { Call } from '#libs/messaging';
import type { Submission } from './energy-ledger.js';

/** What a submission says of the request that it stands for: whose account, why, under which key, and whether somebody waits. */
export function keyedSubmission(call: Call, userId: string, { idempotencyKey }: Keyed) {
  return {
    userId,
    cause: call.cause(),
    key: { idempotencyKey, fingerprint: call.fingerprint() },
    expired: () => call.expired,
  } satisfies Omit<Submission<unknown, never>, 'decide'>;
}

interface Keyed {
  readonly idempotencyKey: string;
}
