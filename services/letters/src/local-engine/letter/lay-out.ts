import type { ProfileReading } from '#libs/career-french';
import { setInFrench } from './typography.js';

interface LetterParts {
  subject: string;
  greeting: string;
  paragraphs: string[];
  closing: string;
}

/** Lays a letter out by convention; what is not known of sender and recipient is left out. */
export function layOut(
  { closing, ...beginning }: LetterParts,
  person: ProfileReading['person'],
  company: string | undefined,
): string {
  const end = [closing, person.name ?? ''].filter((block) => block !== '');
  return `${[layOutBeginning(beginning, person, company), ...end].join('\n\n')}\n`;
}

/** The same up to the last paragraph that is given. */
export function layOutBeginning(
  { subject, greeting, paragraphs }: Omit<LetterParts, 'closing'>,
  { name, street, town, phone, mail }: ProfileReading['person'],
  company: string | undefined,
): string {
  const sender = [name, street, town, phone, mail].filter((line) => line !== undefined);
  const blocks = [
    sender.join('\n'),
    company ? setInFrench(company) : '',
    `Objet\u00a0: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`,
    greeting,
    ...paragraphs,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}
