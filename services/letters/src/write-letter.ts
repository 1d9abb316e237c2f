import { Controller } from '@nestjs/common';
import type { Generated } from '#libs/ai';
import {
  letterGenerated,
  Refusal,
  writeLetter,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, partsFrom, type Call, type Parts } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { coverLetterPrompt } from './cover-letter/cover-letter.v1.js';
import { faultsBy } from './cover-letter/faults-by.js';
import { growingLetter } from './cover-letter/growing-letter.js';
import { LetterText } from './cover-letter/letter-text.js';
import { EngineWork } from './engine-work/engine-work.js';
import { keepResult } from './engine-work/keep-result.js';
import { ToldText } from './engine-work/told-text.js';
import {
  LETTER_LENGTH,
  measureLetter,
  nameGiven,
  writeLetter as writeLocally,
  type LetterMeasures,
} from './local-engine/index.js';

/**
 * A cover letter by the configured engine, under a hold, told of while it is written; refused before any energy moves
 * when there is too little to write from.
 */
@Controller()
export class WriteLetterHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly engineWork: EngineWork,
  ) {}

  @Handles(writeLetter)
  handle(request: RequestOf<typeof writeLetter>, call: Call): Parts<typeof writeLetter> {
    return partsFrom(async (give) => {
      const told = new ToldText(give);
      try {
        const answer = await this.write(request, call, told);
        if (answer instanceof Refusal) told.takeBack();
        return answer;
      } catch (error) {
        told.takeBack();
        throw error;
      }
    });
  }

  private write(request: RequestOf<typeof writeLetter>, call: Call, told: ToldText) {
    const { idempotencyKey: key, expectedCost } = request;
    const { userId, cancelled } = call;
    const letter = new LetterText(request);
    const engineWork = this.engineWork.of(userId, {
      freeDraft: request.freeDraft,
      prompt: coverLetterPrompt,
      input: inputOf(request),
      local: () => writeLocally({ ...request, profile: request.experience }),
      onPartial: (partial, attempt) =>
        told.tell(letter.beginningOf(growingLetter(partial)), attempt),
      faultIn: faultsBy(request),
      finish: (words) => {
        told.step('checking');
        const text = letter.of(words);
        told.tell(text);
        return { text, measures: measureLetter(text, request) };
      },
    });
    return this.heldWork.run<Written, ReplyOf<typeof writeLetter>, typeof letterGenerated>({
      ...{ call, cancelled, action: 'lettre_motivation', event: letterGenerated },
      ...{ idempotencyKey: key, expectedCost },
      ...engineWork,
      work: (signal) => {
        told.step('writing');
        return engineWork.work(signal);
      },
      store: async (tx, made, hold) => {
        told.step('keeping');
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
    poste: nameGiven(position) ?? null,
    entreprise: nameGiven(company) ?? null,
    ton: wished.tone ?? 'professionnel',
    mots: wished.words ?? LETTER_LENGTH.usual,
  };
}
