import { refuse, type Refusal } from '#libs/contracts';

export function keyReused(idempotencyKey: string): Refusal<'IDEMPOTENCY_KEY_REUSED'> {
  const sentence = 'This idempotency key was used for another request; choose a new one.';
  return refuse('IDEMPOTENCY_KEY_REUSED', sentence, { idempotencyKey });
}
