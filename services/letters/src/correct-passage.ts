import { Controller } from '@nestjs/common';
import {
  correctPassage,
  passageCorrected,
  PhoenixError,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { correct } from '#libs/french-text';
import { Handles, type Call } from '#libs/messaging';
import { HeldWork } from '#libs/paid-work';
import { DataSource } from '#libs/persistence';
import { changesOf } from './changes-of.js';
import { demandLetter } from './documents/demand-letter.js';
import { writeVersion } from './documents/write-version.js';

/** The longest that correcting may take. */
const limitMs = 10_000;

/** Changes whenever the same passage may be corrected otherwise. */
export const CORRECTION_ENGINE_VERSION = '1.1.0';

/** A passage set right where that is certain, under a hold; refused before any energy moves when nothing is to be set right. */
@Controller()
export class CorrectPassageHandler {
  constructor(
    private readonly heldWork: HeldWork,
    private readonly dataSource: DataSource,
  ) {}

  @Handles(correctPassage)
  handle(request: RequestOf<typeof correctPassage>, call: Call) {
    const { text, letterId, idempotencyKey: key, expectedCost } = request;
    const passage = { start: request.start ?? 0, end: request.end ?? text.length };
    const { userId } = call;
    const engine = { engine: 'local', engineVersion: CORRECTION_ENGINE_VERSION } as const;
    const paid = { key, ...engine };
    return this.heldWork.run<Corrected, ReplyOf<typeof correctPassage>, typeof passageCorrected>({
      ...{ call, action: 'correction_ponctuelle', limitMs, event: passageCorrected },
      ...{ idempotencyKey: key, expectedCost },
      before: async () => {
        await demandLetter(this.dataSource.manager, userId, letterId);
        if (correct(text, passage).corrections.length === 0) throw nothingToCorrect();
      },
      work: async () => correct(text, passage),
      store: async (tx, { text: corrected, corrections }, hold) => {
        const version = { userId, letterId, kind: 'passage', text: corrected, paid } as const;
        const written = await writeVersion(tx, version);
        const { version: number } = written;
        return {
          documentId: written.letterId,
          reply: {
            ...{ letterId: written.letterId, version: number, text: corrected, ...engine },
            changes: changesOf(corrections),
          },
          data: { ...written, ...hold, engine: engine.engine, corrections: corrections.length },
        };
      },
    });
  }
}

type Corrected = ReturnType<typeof correct>;

function nothingToCorrect(): PhoenixError<'NOTHING_TO_CORRECT'> {
  const sentence = 'There is nothing in this passage that is certain to be wrong.';
  return new PhoenixError('NOTHING_TO_CORRECT', sentence, { field: 'text' });
}
