import { fold } from '#libs/french-text';

const WORDS =
  `un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
dix-huit dix-neuf vingt`.split(/\s+/);
const VALUES = new Map([
  ...WORDS.map((word, index) => [word, Math.max(1, index)] as const),
  ...(['trente', 'quarante', 'cinquante'] as const).map(
    (word, index) => [word, 30 + 10 * index] as const,
  ),
  ...(['dizaine', 'quinzaine', 'vingtaine', 'trentaine'] as const).map(
    (word, index) => [word, [10, 15, 20, 30][index]!] as const,
  ),
]);
const NUMBER = String.raw`\d+(?:[ .]\d{3}(?!\d))*|${[...VALUES.keys()].toSorted((a, b) => b.length - a.length).join('|')}`;
const FIGURE = new RegExp(`(?<![a-z0-9])(?:${NUMBER})(?![a-z0-9])`, 'g');
const YEARS = new RegExp(`(?<![a-z0-9])(${NUMBER}) (?:d')?(?:ans?|annees?)(?![a-z])`, 'g');

/** The numbers that a text gives, in digits or words. */
export function figuresIn(text: string): Set<number> {
  return new Set([...plain(text).matchAll(FIGURE)].map(([number]) => valueOf(number)));
}

/** The numbers that a text writes in digits: those that a reader takes for measured. */
export function digitsIn(text: string): number[] {
  const figures = [...plain(text).matchAll(FIGURE)].map(([number]) => number);
  return figures.filter((number) => /\d/.test(number)).map(valueOf);
}

/** How many years a text speaks of, each time it does. */
export function yearsIn(text: string): { readonly words: string; readonly years: number }[] {
  return [...plain(text).matchAll(YEARS)].map(([words, number = '']) => {
    return { words, years: valueOf(number) };
  });
}

function valueOf(number: string): number {
  return VALUES.get(number) ?? Number(number.replaceAll(/[ .]/g, ''));
}

function plain(text: string): string {
  return fold(text).text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
