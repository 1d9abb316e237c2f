import { fold } from './fold.js';

/** The words of a text with a space between them, without case, accents, signs and line breaks: for finding some in others. */
export function plainWords(text: string): string {
  return fold(text)
    .text.replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
