import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { figuresOf, cvVerified, refuse, verifyCv, type RequestOf } from '#libs/contracts';
import { hasWords } from '#libs/french-text';
import { Handles, type Call } from '#libs/messaging';
import { PaidWork } from '#libs/paid-work';
import { verifyCv as reportOn } from './format/verify-cv.js';

/** The format check of a CV: refused before any energy moves when there is nothing to check, else paid and delivered once. */
@Controller()
export class VerifyCvHandler {
  constructor(private readonly paidWork: PaidWork) {}

  @Handles(verifyCv)
  handle({ text, idempotencyKey, expectedCost }: RequestOf<typeof verifyCv>, call: Call) {
    if (!hasWords(text))
      return refuse('TEXT_WITHOUT_WORDS', 'There is no word in this text.', { field: 'text' });
    return this.paidWork.run({
      call,
      idempotencyKey,
      action: 'verification_format',
      expectedCost,
      event: cvVerified,
      work: () => reportOn(text),
      deliver: (report, receipt) => {
        const reply = { verificationId: randomUUID(), report, receipt };
        return { reply, data: figuresOf(reply) };
      },
    });
  }
}
