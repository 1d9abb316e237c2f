import { Controller } from '@nestjs/common';
import type { Generated } from '#libs/ai';
import { letterGenerated, writeLetter, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { coverLetterPrompt } from './cover-letter/cover-letter.v1.js';
import { textOf } from './cover-letter/text-of.js';
import { EngineWork } from './engine-work/engine-work.js';
import { keepResult } from './engine-work/keep-result.js';
import {
  LETTER_LENGTH,
  measureLetter,
  writeLetter as writeLocally,
  type LetterMeasures,
} from './local-engine/index.js';

/** A cover letter by the configured engine, under a hold; refused before any energy moves when there is too little to write from. */
@Controller()
export class WriteLetterHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly engineWork: EngineWork,
  ) {}

  @Handles(writeLetter)
  handle(request: RequestOf<typeof writeLetter>, call: Call) {
    const { idempotencyKey: key, expectedCost } = request;
    const { userId } = call;
    return this.heldWork.run<Written, ReplyOf<typeof writeLetter>, typeof letterGenerated>({
      ...{ call, action: 'lettre_motivation', event: letterGenerated },
      ...{ idempotencyKey: key, expectedCost },
      ...this.engineWork.of(userId, {
        freeDraft: request.freeDraft,
        prompt: coverLetterPrompt,
        input: inputOf(request),
        local: () => writeLocally({ ...request, profile: request.experience }),
        finish: (letter) => {
          const text = textOf(letter, request);
          return { text, measures: measureLetter(text, request) };
        },
      }),
      store: async (tx, made, hold) => {
        const document = { userId, kind: 'letter' } as const;
        const { documentId, reply, data } = await keepResult(tx, made, { ...document, key, hold });
        const { measures } = made.value;
        const { readingSeconds, keywords } = measures;
        return {
          documentId,
          reply: { ...reply, measures },
          data: {
            ...{ ...data, readingSeconds },
            keywordsAsked: keywords.asked.length,
            keywordsCovered: keywords.covered.length,
          },
        };
      },
    });
  }
}

type Written = Generated<{ readonly text: string; readonly measures: LetterMeasures }>;

function inputOf({
  experience,
  offer,
  position,
  company,
  ...wished
}: RequestOf<typeof writeLetter>) {
  return {
    experience,
    annonce: offer ?? null,
    poste: position.trim() || null,
    entreprise: company ?? null,
    ton: wished.tone ?? 'professionnel',
    mots: wished.words ?? LETTER_LENGTH.usual,
  };
}
