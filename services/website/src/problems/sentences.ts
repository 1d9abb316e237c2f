import type { ErrorCode } from '#libs/contracts';
import { accountSentences } from './account-sentences.js';
import { aiSentences } from './ai-sentences.js';
import { energySentences } from './energy-sentences.js';
import { holdSentences } from './hold-sentences.js';
import { identitySentences } from './identity-sentences.js';
import { operatorSentences } from './operator-sentences.js';
import { refundSentences } from './refund-sentences.js';
import { requestSentences } from './request-sentences.js';
import type { Sentence, Sentences } from './sentence.js';
import { troubleSentences } from './trouble-sentences.js';
import { workSentences } from './work-sentences.js';
import { writingSentences } from './writing-sentences.js';

/** Every code of the error table has its words: a new code without them does not compile. */
export const sentences: Record<ErrorCode, (details: never, keyed: boolean) => Sentence> &
  Sentences<ErrorCode> = {
  ...requestSentences,
  ...identitySentences,
  ...energySentences,
  ...accountSentences,
  ...holdSentences,
  ...refundSentences,
  ...workSentences,
  ...writingSentences,
  ...operatorSentences,
  ...aiSentences,
  ...troubleSentences,
};
