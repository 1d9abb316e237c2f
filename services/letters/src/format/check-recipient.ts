import { blocksOf, MAIL_ADDRESS, type Mark, PHONE_NUMBER, POSTCODE_TOWN } from '#libs/french-text';
import type { LetterParts } from './letter-parts.js';

/** How a line begins that names whom a letter is for. */
export const ADDRESSED =
  /^ {0,80}(?:a l'attention|aux? |madame |monsieur |mme |m\. |direction |service |societe |entreprise |association |mairie |cabinet |groupe |sarl |sas )/;

/** Someone the letter is addressed to: a named person or service, or a second block before the object. */
export function checkRecipient(parts: LetterParts): Mark<'missing-recipient'>[] {
  const { head, object, dateLine, body, salutation } = parts;
  const addressed = head.some((line) => line !== object && ADDRESSED.test(line.folded));
  const towns = head.filter((line) => POSTCODE_TOWN.test(line.folded)).length;
  if (addressed || towns > 1 || hasSecondBlock(parts)) return [];
  const place = dateLine?.start ?? object?.start ?? salutation?.start ?? body.start;
  return [{ code: 'missing-recipient', start: place, end: place }];
}

function hasSecondBlock({ reading, head, object, dateLine }: LetterParts): boolean {
  const last = head.at(-1)?.index ?? -1;
  const blocks = blocksOf(reading.lines.slice(head[0]?.index ?? 0, last + 1));
  return blocks
    .slice(1)
    .some(
      ({ start, end, lines }) =>
        lines.length > 1 &&
        !(object && object.start >= start && object.start < end) &&
        !(dateLine && dateLine.start >= start && dateLine.start < end) &&
        !lines.some(
          ({ raw, folded }) => raw.search(MAIL_ADDRESS) >= 0 || folded.search(PHONE_NUMBER) >= 0,
        ),
    );
}
