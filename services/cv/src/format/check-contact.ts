import {
  brokenPhoneNumbers,
  type Line,
  MAIL_ADDRESS,
  type Mark,
  PHONE_NUMBER,
  POSTCODE_TOWN,
} from '#libs/french-text';
import type { CvParts } from './cv-parts.js';
import { namesLargeTown } from './large-towns.js';

type ContactCode = 'missing-mail' | 'missing-phone' | 'missing-town' | 'phone-wrong-length';

const TOWN_LABEL = /(?<![a-z])(?:adresse|ville|domicile|localisation|mobilite) ?:/;
const TOWN_WITH_DEPARTMENT = /[a-z]{2} ?\((?:\d{2,3}|2[ab])\)/;

/** Mail and phone anywhere, a town above the sections or under a contact heading. */
export function checkContact({ reading, top, sections }: CvParts): Mark<ContactCode>[] {
  const lines = reading.filled;
  const contact = sections.filter(({ kind }) => kind === 'contact').flatMap((s) => s.lines);
  const near = [...top, ...contact];
  const place = top.at(-1)?.end ?? 0;
  const marks: Mark<ContactCode>[] = [];
  const expect = (code: ContactCode) => marks.push({ code, start: place, end: place });
  const broken = near.flatMap((line) =>
    brokenPhoneNumbers(line.folded).map(({ start, end, digits }): Mark<ContactCode> => {
      const found = { start: line.at(start), end: line.at(end) };
      return { code: 'phone-wrong-length', ...found, facts: { count: digits } };
    }),
  );
  if (!lines.some(({ raw }) => raw.search(MAIL_ADDRESS) >= 0)) expect('missing-mail');
  const hasPhone = lines.some(({ folded }) => folded.search(PHONE_NUMBER) >= 0);
  if (!hasPhone && broken.length === 0) expect('missing-phone');
  if (!near.some(namesTown)) expect('missing-town');
  return [...marks, ...broken];
}

function namesTown({ folded }: Line): boolean {
  return (
    POSTCODE_TOWN.test(folded) ||
    TOWN_LABEL.test(folded) ||
    TOWN_WITH_DEPARTMENT.test(folded) ||
    namesLargeTown(folded)
  );
}
