import { describe, expect, it } from '@jest/globals';
import {
  aiFailureReason,
  errors,
  giveBackReasons,
  noDraftReasons,
  writingObstacles,
  PhoenixError,
  type DetailsOf,
  type ErrorCode,
} from '#libs/contracts';
import { edgeProblems, endlessBody, unreadable } from './edge-problems.js';
import { problemOf } from './problem.js';
import type { Sentence } from './sentence.js';

/** Every variant of every code. */
const examples: { [C in ErrorCode]: DetailsOf<C>[] } = {
  INVALID_MESSAGE: [
    { issues: [] },
    { issues: [{ field: 'expectedCost', problem: 'too big' }] },
    { issues: ['idempotencyKey', '(body)', 'text'].map((field) => ({ field, problem: 'bad' })) },
  ],
  UNAUTHENTICATED: (['missing', 'malformed', 'expired', 'unknown-key', 'revoked'] as const).map(
    (reason) => ({
      reason,
    }),
  ),
  SIGN_IN_LINK_REFUSED: (['malformed', 'expired', 'used'] as const).map((reason) => ({ reason })),
  FORBIDDEN: [['same-origin'], ['staff'], ['user'], ['service:ops'], []].map((allowed) => ({
    allowed,
  })),
  PAYLOAD_TOO_LARGE: [{ limitBytes: 1_048_576, actualBytes: 2_000_000 }],
  ACCOUNT_NOT_FOUND: [{ userId: '11111111-1111-4111-8111-111111111111' }],
  UNKNOWN_ACTION: [{ action: 'danser' }],
  INSUFFICIENT_ENERGY: [['cafe_luna', 'repas_luna'], [], ['a_newer_pack']].map(
    (suggestedPacks) => ({ required: 5, available: 1, deficit: 4, suggestedPacks }),
  ),
  PRICE_CHANGED: [{ expectedCost: 3, cost: 5, catalogueVersion: 2 }],
  ACCOUNT_FROZEN: [{ userId: 'x' }],
  ACCOUNT_NOT_FROZEN: [{ userId: 'x' }],
  HOLD_NOT_FOUND: [{ holdId: 'x' }],
  HOLD_EXPIRED: [{ holdId: 'x', expiredAt: '2026-11-22T12:00:00.000Z' }],
  HOLD_ALREADY_SETTLED: (['captured', 'released'] as const).map((state) => ({
    holdId: 'x',
    state,
  })),
  CAPTURE_EXCEEDS_HOLD: [{ holdId: 'x', held: 10, asked: 11 }],
  ENTRY_NOT_FOUND: [{ entryId: 'x' }],
  REFUND_NOT_ELIGIBLE: (['action-not-refundable', 'too-late', 'free'] as const).map((reason) => ({
    entryId: 'x',
    reason,
  })),
  ALREADY_REFUNDED: [{ entryId: 'x' }],
  REFUND_REVIEW: [{ refunds: 3, days: 30 }],
  DATE_PASSED: [
    { field: 'endsAt', date: '2026-11-21T12:00:00.000Z', now: '2026-11-22T12:00:00.000Z' },
  ],
  ALREADY_UNLIMITED: [{ startsAt: '2026-11-21T12:00:00.000Z', endsAt: '2026-12-21T12:00:00.000Z' }],
  NOT_UNLIMITED: [{ userId: 'x' }],
  WORK_UNDER_WAY: [{ retryAfterMs: 1_000 }],
  WORK_NOT_DONE: giveBackReasons.map((reason) => ({ reason })),
  DOCUMENT_NOT_FOUND: [{ documentId: 'x' }],
  DOCUMENT_CHANGED: [{ documentId: 'x', expectedVersion: 1, version: 2 }],
  NOTHING_TO_CORRECT: [{ field: 'text' }],
  NOTHING_TO_WRITE_FROM: writingObstacles.map((reason) => ({ reason })),
  IDEMPOTENCY_KEY_REUSED: [{ idempotencyKey: '11111111-1111-4111-8111-111111111111' }],
  TEXT_WITHOUT_WORDS: [{ field: 'text' }],
  READ_MODEL_NOT_FOUND: [{ model: 'x' }],
  REPLAY_REFUSED: [{ model: 'x', reason: 'under-way' }],
  DEAD_LETTER_NOT_FOUND: [{ model: 'x', sequence: 7 }, { sequence: 7 }],
  EVENT_NOT_DROPPABLE: [{ sequence: 7 }],
  NO_FREE_DRAFT: noDraftReasons.map((reason) => ({ field: 'freeDraft', reason })),
  CONSENT_REQUIRED: [{ provider: 'google' }],
  PARTS_GONE: [{ part: 8 }],
  CURSOR_EXPIRED: [{ epoch: 'x' }],
  UNAVAILABLE: [{ reason: 'x' }, { reason: 'x', outcome: 'unknown' }],
  TIMED_OUT: [{ afterMs: 5 }, { afterMs: 5, outcome: 'unknown' }],
  OVERLOADED: [{ retryAfterMs: 250 }],
  AI_UNAVAILABLE: aiFailureReason.options.flatMap((reason) => [
    { provider: 'google', reason },
    { provider: 'google', reason, freeDraftUntil: '2026-11-24T12:00:00.000Z' },
  ]),
  INVALID_REPLY: [{}],
  INTERNAL: [{}],
};

const codes = Object.keys(errors) as ErrorCode[];
const variantsOf = <C extends ErrorCode>(code: C, keyed = true) =>
  examples[code].map((details) => problemOf(new PhoenixError(code, 'words', details), keyed));
const edge = [...Object.values(edgeProblems), unreadable, endlessBody(1_048_576)];
const everyWord: [string, Sentence][] = [
  ...codes.flatMap((code) =>
    [...variantsOf(code), ...variantsOf(code, false)].map(
      ({ sentence }) => [code, sentence] as [string, Sentence],
    ),
  ),
  ...edge.map(({ code, sentence }) => [code, sentence] as [string, Sentence]),
];

describe('the words of problems', () => {
  it.each(everyWord)('%s has both languages, and says what to do', (_code, sentence) => {
    const { title, detail, detailEn, nextStep } = sentence;
    const all = [title, detail, detailEn, nextStep.fr, nextStep.en];
    expect(all.filter((text) => text.trim().length < 5)).toEqual([]);
    const sentences = [detail, detailEn, nextStep.fr, nextStep.en];
    expect(sentences.filter((text) => !/^[A-ZÀÉÊ].*\.$/u.test(text))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(everyWord)('%s is correct French typography', (_code, { title, detail, nextStep }) => {
    for (const french of [title, detail, nextStep.fr]) {
      expect(french).not.toMatch(/'/);
      expect(french).not.toMatch(/ [;:!?».,]/);
      expect(french).not.toMatch(/« /);
      expect(french).not.toMatch(/ {2}|undefined|\bnull\b|\[object/);
    }
  });

  it.each(codes)('%s has one title and the status of the table', (code) => {
    const problems = variantsOf(code);
    expect(new Set(problems.map(({ sentence }) => sentence.title)).size).toBe(1);
    expect(new Set(problems.map(({ status }) => status))).toEqual(new Set([errors[code].status]));
  });

  it('R14: an unknown outcome is being checked, never said to have failed', () => {
    for (const code of ['UNAVAILABLE', 'TIMED_OUT'] as const) {
      for (const keyed of [true, false]) {
        const { sentence, details } = variantsOf(code, keyed).at(-1)!;
        expect(details).toMatchObject({ outcome: 'unknown' });
        const words = JSON.stringify(sentence);
        expect(words).toContain('en cours de vérification');
        expect(words).not.toMatch(/échec|échoué|fail/i);
      }
    }
  });

  it('R13: speaks of a key and of charges only to a request that has a key', () => {
    const words = (keyed: boolean) =>
      JSON.stringify(variantsOf('TIMED_OUT', keyed).at(-1)!.sentence);
    for (const promise of ['ien ne sera débité deux fois', 'la même clé Idempotency-Key']) {
      expect(words(true)).toContain(promise);
      expect(words(false)).not.toContain(promise);
    }
    expect(words(false)).not.toMatch(/débité|charged|Idempotency/);
  });

  it('tells the figures of insufficient energy, and the pack that would do', () => {
    const [withPack, withoutPack] = variantsOf('INSUFFICIENT_ENERGY');
    expect(withPack!.sentence.detail).toBe(
      'Cette action demande 5\u00A0points et vous disposez de 1\u00A0point\u00A0: il vous manque 4\u00A0points. Rien n’a été débité.',
    );
    expect(withPack!.sentence.nextStep.fr).toContain('Café Luna');
    expect(withoutPack!.sentence.nextStep.fr).not.toContain('«');
    expect(withPack!.details).toMatchObject({ suggested_packs: ['cafe_luna', 'repas_luna'] });
  });

  it('names fields as HTTP has them', () => {
    const [, one, several] = variantsOf('INVALID_MESSAGE');
    expect(one!.details).toEqual({ issues: [{ field: 'expected_cost', problem: 'too big' }] });
    expect(several!.sentence.detail).toBe(
      'La demande n’est pas valide\u00A0: vérifiez l’en-tête Idempotency-Key, le corps de la demande et le champ «\u00A0text\u00A0».',
    );
  });

  it('says after how many seconds to come back, when a retry may help', () => {
    const seconds = codes.map((code) => [code, variantsOf(code)[0]!.retryAfterSeconds]);
    expect(Object.fromEntries(seconds.filter(([, value]) => value !== undefined))).toEqual({
      UNAVAILABLE: 2,
      TIMED_OUT: 2,
      OVERLOADED: 1,
      WORK_UNDER_WAY: 1,
      AI_UNAVAILABLE: 2,
    });
  });
});
