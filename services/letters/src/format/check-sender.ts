import {
  brokenPhoneNumbers,
  countWords,
  MAIL_ADDRESS,
  type Mark,
  PHONE_NUMBER,
  POSTCODE_TOWN,
} from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

type SenderCode =
  | 'missing-sender-name'
  | 'missing-sender-address'
  | 'missing-phone'
  | 'missing-mail'
  | 'phone-wrong-length';

const NOT_A_NAME =
  /[\d@:]|^ {0,40}(?:madame|monsieur|mesdames|messieurs|objet|bonjour|cher)(?![a-z])/;

/** Name first, then address, phone and mail, above the salutation or under the signature. */
export function checkSender({ head, tail, body }: LetterParts): Mark<SenderCode>[] {
  const lines = [...head, ...tail];
  const marks: Mark<SenderCode>[] = [];
  const [first] = head;
  const place = first?.start ?? body.start;
  const expect = (code: SenderCode) => marks.push({ code, start: place, end: place });
  const words = first ? countWords(first.raw) : 0;
  if (!first || NOT_A_NAME.test(first.folded) || words < 2 || words > 5) {
    expect('missing-sender-name');
  }
  if (!lines.some(({ folded }) => POSTCODE_TOWN.test(folded))) expect('missing-sender-address');
  if (!lines.some(({ raw }) => raw.search(MAIL_ADDRESS) >= 0)) expect('missing-mail');
  const broken = head.flatMap((line) =>
    brokenPhoneNumbers(line.folded).map(({ start, end, digits }): Mark<SenderCode> => {
      const found = { start: line.at(start), end: line.at(end) };
      return { code: 'phone-wrong-length', ...found, facts: { count: digits } };
    }),
  );
  const hasPhone = lines.some(({ folded }) => folded.search(PHONE_NUMBER) >= 0);
  if (!hasPhone && broken.length === 0) expect('missing-phone');
  return [...marks, ...broken];
}
