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
  { subject, greeting, paragraphs, closing }: LetterParts,
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
    closing,
    name ?? '',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
