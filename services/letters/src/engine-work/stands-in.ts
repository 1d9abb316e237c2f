import { fold } from '#libs/french-text';

/** A test whether words stand in a text, whatever case, accents, apostrophes and white space. */
export function standsIn(text: string): (words: string) => boolean {
  const whole = plain(text);
  return (words) => {
    const searched = plain(words);
    return searched !== '' && whole.includes(searched);
  };
}

function plain(text: string): string {
  return fold(text)
    .text.replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
