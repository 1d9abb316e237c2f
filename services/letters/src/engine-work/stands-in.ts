import { plainWords } from '#libs/french-text';

/** A test whether words stand in a text, whatever case, accents, apostrophes and white space. */
export function standsIn(text: string): (words: string) => boolean {
  const whole = plainWords(text);
  return (words) => {
    const searched = plainWords(words);
    return searched !== '' && whole.includes(searched);
  };
}
