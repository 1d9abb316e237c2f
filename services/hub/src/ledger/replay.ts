import { refuse } from '#libs/contracts';
import { StoredReply } from '#libs/messaging';
import type { StoredAnswer } from './loaded-account.js';
import type { Answer, SubmissionKey } from './submission.js';

/** Same key and body: the first answer, byte for byte. Same key, other body: refused (R13). */
export function replay(
  stored: StoredAnswer,
  { idempotencyKey, fingerprint }: SubmissionKey,
): Answer {
  if (stored.fingerprint === fingerprint) return new StoredReply(stored.reply, true);
  const sentence = 'This idempotency key was used for another request; choose a new one.';
  return refuse('IDEMPOTENCY_KEY_REUSED', sentence, { idempotencyKey });
}
