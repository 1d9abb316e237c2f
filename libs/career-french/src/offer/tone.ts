import { fold } from '#libs/french-text';

/** How an offer speaks to its reader. */
export type OfferTone = 'familiar' | 'lively' | 'formal';

/** `tu` makes it familiar, exclamation marks or a smiley lively, anything else formal. */
export function toneOf(text: string): OfferTone {
  if (/(?<![a-z'])(?:tu|toi|ton|tes)(?![a-z])/.test(fold(text).text)) return 'familiar';
  const exclamations = text.split('!').length - 1;
  return exclamations >= 2 || /\p{Extended_Pictographic}/u.test(text) ? 'lively' : 'formal';
}
