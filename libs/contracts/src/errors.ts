import { z } from 'zod';
import { aiFailureReason, aiProvider } from './ai/ai-provider.js';
import { instant } from './values.js';

/** Why work under a hold was not done, so that its points came back. */
export const giveBackReasons = [
  'failed',
  'timed-out',
  'refused',
  'cancelled',
  'abandoned',
] as const;

/** Why nothing can be written or analysed from what was given. */
export const writingObstacles = [
  'too-little-to-write-from',
  'no-position',
  'unknown-trade',
  'nothing-asked',
] as const;

/** Why no draft is given free: under this key no provider failed at this request, or the time of the offer is over. */
export const noDraftReasons = ['nothing-failed', 'over'] as const;

/**
 * Every error that crosses a service boundary: its HTTP status, what kind of trouble it is, and the
 * shape of its details. `refusal`: the caller's move. `unavailable`: a retry may help. `bug`: ours.
 */
export const errors = {
  INVALID_MESSAGE: refusal(400, {
    issues: z.array(z.object({ field: z.string(), problem: z.string() })),
  }),
  UNAUTHENTICATED: refusal(401, {
    reason: z.enum(['missing', 'malformed', 'expired', 'unknown-key', 'revoked']),
  }),
  SIGN_IN_LINK_REFUSED: refusal(401, { reason: z.enum(['malformed', 'expired', 'used']) }),
  FORBIDDEN: refusal(403, { allowed: z.array(z.string()) }),
  PAYLOAD_TOO_LARGE: refusal(413, { limitBytes: z.int(), actualBytes: z.int() }),
  ACCOUNT_NOT_FOUND: refusal(404, { userId: z.string() }),
  UNKNOWN_ACTION: refusal(404, { action: z.string() }),
  INSUFFICIENT_ENERGY: refusal(402, {
    required: z.int(),
    available: z.int(),
    deficit: z.int(),
    suggestedPacks: z.array(z.string()),
  }),
  PRICE_CHANGED: refusal(409, { expectedCost: z.int(), cost: z.int(), catalogueVersion: z.int() }),
  ACCOUNT_FROZEN: refusal(423, { userId: z.string() }),
  ACCOUNT_NOT_FROZEN: refusal(409, { userId: z.string() }),
  HOLD_NOT_FOUND: refusal(404, { holdId: z.string() }),
  HOLD_EXPIRED: refusal(409, { holdId: z.string(), expiredAt: z.string() }),
  HOLD_ALREADY_SETTLED: refusal(409, {
    holdId: z.string(),
    state: z.enum(['captured', 'released']),
  }),
  CAPTURE_EXCEEDS_HOLD: refusal(422, { holdId: z.string(), held: z.int(), asked: z.int() }),
  ENTRY_NOT_FOUND: refusal(404, { entryId: z.string() }),
  REFUND_NOT_ELIGIBLE: refusal(409, {
    entryId: z.string(),
    reason: z.enum(['action-not-refundable', 'too-late', 'free']),
  }),
  ALREADY_REFUNDED: refusal(409, { entryId: z.string() }),
  REFUND_REVIEW: refusal(409, { refunds: z.int(), days: z.int() }),
  DATE_PASSED: refusal(422, { field: z.string(), date: z.string(), now: z.string() }),
  ALREADY_UNLIMITED: refusal(409, { startsAt: z.string(), endsAt: z.string() }),
  NOT_UNLIMITED: refusal(409, { userId: z.string() }),
  WORK_UNDER_WAY: refusal(409, { retryAfterMs: z.int() }),
  WORK_NOT_DONE: refusal(503, { reason: z.enum(giveBackReasons) }),
  DOCUMENT_NOT_FOUND: refusal(404, { documentId: z.string() }),
  DOCUMENT_CHANGED: refusal(409, {
    documentId: z.string(),
    expectedVersion: z.int(),
    version: z.int(),
  }),
  IDEMPOTENCY_KEY_REUSED: refusal(422, { idempotencyKey: z.string() }),
  TEXT_WITHOUT_WORDS: refusal(422, { field: z.string() }),
  NOTHING_TO_CORRECT: refusal(422, { field: z.string() }),
  NOTHING_TO_WRITE_FROM: refusal(422, { reason: z.enum(writingObstacles) }),
  READ_MODEL_NOT_FOUND: refusal(404, { model: z.string() }),
  REPLAY_REFUSED: refusal(409, {
    model: z.string(),
    reason: z.enum([
      'under-way',
      'none-under-way',
      'part-of-the-stream',
      'sums-up',
      'not-caught-up',
      'not-verified',
      'nothing-to-roll-back-to',
      'is-read',
      'no-such-build',
    ]),
  }),
  DEAD_LETTER_NOT_FOUND: refusal(404, { model: z.string().optional(), sequence: z.int() }),
  EVENT_NOT_DROPPABLE: refusal(409, { sequence: z.int() }),
  NO_FREE_DRAFT: refusal(409, { field: z.string(), reason: z.enum(noDraftReasons) }),
  CONSENT_REQUIRED: refusal(409, { provider: aiProvider }),
  PARTS_GONE: refusal(410, { part: z.int() }),
  CURSOR_EXPIRED: refusal(410, { epoch: z.string() }),
  UNAVAILABLE: unavailable(503, { reason: z.string(), outcome: z.literal('unknown').optional() }),
  TIMED_OUT: unavailable(504, { afterMs: z.int(), outcome: z.literal('unknown').optional() }),
  OVERLOADED: unavailable(503, { retryAfterMs: z.int() }),
  AI_UNAVAILABLE: refusal(503, {
    provider: aiProvider,
    reason: aiFailureReason,
    retryAfterMs: z.int().optional(),
    freeDraftUntil: instant
      .optional()
      .describe(
        'Until then the same request with freeDraft gets a free draft; absent where none can be written.',
      ),
  }),
  INVALID_REPLY: bug(502, {}),
  INTERNAL: bug(500, {}),
} as const;

export type ErrorCode = keyof typeof errors;
export type ErrorKind = 'refusal' | 'unavailable' | 'bug';
export type DetailsOf<C extends ErrorCode> = z.output<(typeof errors)[C]['details']>;

/** Errors that any contract may answer without listing them: they are the transport's, not the domain's. */
export const universalErrors = [
  'INVALID_MESSAGE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PAYLOAD_TOO_LARGE',
  'UNAVAILABLE',
  'TIMED_OUT',
  'OVERLOADED',
  'INVALID_REPLY',
  'INTERNAL',
] as const satisfies ErrorCode[];

export type UniversalError = (typeof universalErrors)[number];
/** Errors that a contract answers only when its `refusals` list names them. */
export type RefusalCode = Exclude<ErrorCode, UniversalError>;

function refusal<S extends z.ZodRawShape>(status: number, details: S) {
  return { status, kind: 'refusal' as ErrorKind, details: z.object(details) };
}
function unavailable<S extends z.ZodRawShape>(status: number, details: S) {
  return { status, kind: 'unavailable' as ErrorKind, details: z.object(details) };
}
function bug<S extends z.ZodRawShape>(status: number, details: S) {
  return { status, kind: 'bug' as ErrorKind, details: z.object(details) };
}
