import { Controller } from '@nestjs/common';
import {
  countFindings,
  formatLetter,
  letterFormatted,
  refuse,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { correct, hasWords } from '#libs/french-text';
import { Handles, type Call } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { DataSource } from '#libs/persistence';
import { changesOf } from './changes-of.js';
import { demandLetter } from './documents/demand-letter.js';
import { writeVersion } from './documents/write-version.js';
import { layOutLetter } from './format/lay-out-letter.js';
import { LETTER_ENGINE_VERSION, verifyLetter as reportOn } from './format/verify-letter.js';

/** The longest that it may take to lay a letter out. */
const limitMs = 10_000;

/** A letter laid out by French conventions, under a hold; refused before any energy moves when there is nothing to lay out. */
@Controller()
export class FormatLetterHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly dataSource: DataSource,
  ) {}

  @Handles(formatLetter)
  async handle({ text, letterId, ...paying }: RequestOf<typeof formatLetter>, call: Call) {
    if (!hasWords(text))
      return refuse('TEXT_WITHOUT_WORDS', 'There is no word in this text.', { field: 'text' });
    const { userId } = call;
    const paid = {
      key: paying.idempotencyKey,
      engine: 'local',
      engineVersion: LETTER_ENGINE_VERSION,
    } as const;
    return this.heldWork.run<Formatted, ReplyOf<typeof formatLetter>, typeof letterFormatted>({
      ...{ call, action: 'format_lettre', limitMs, event: letterFormatted },
      idempotencyKey: paying.idempotencyKey,
      expectedCost: paying.expectedCost,
      before: () => demandLetter(this.dataSource.manager, userId, letterId),
      work: async () => format(text),
      store: async (tx, { text: formatted, corrections, report }, hold) => {
        const version = { userId, letterId, kind: 'letter', text: formatted, paid } as const;
        const written = await writeVersion(tx, version);
        const figures = { ...written, ...hold, engine: report.engine };
        return {
          documentId: written.letterId,
          reply: {
            ...{ letterId: written.letterId, version: written.version, text: formatted },
            ...{ changes: changesOf(corrections), report },
          },
          data: { ...figures, corrections: corrections.length, ...countFindings(report) },
        };
      },
    });
  }
}

type Formatted = ReturnType<typeof format>;

function format(text: string) {
  const { text: formatted, corrections } = correct(layOutLetter(text));
  return { text: formatted, corrections, report: reportOn(formatted) };
}
