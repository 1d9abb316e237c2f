import { MAIL_ADDRESS, PHONE_NUMBER, POSTCODE_TOWN, fold } from '#libs/french-text';
import { tradeNamed } from '../matching/lexicon-index.js';
import { tokensOf } from '../text/token.js';
import { profileHeading } from './heading.js';

/** Who writes, as far as the profile tells. */
export interface Person {
  name: string | undefined;
  street: string | undefined;
  town: string | undefined;
  phone: string | undefined;
  mail: string | undefined;
}

const NAME_WORD = String.raw`\p{Lu}[\p{L}’'-]+`;
const WHOLE_NAME = new RegExp(
  String.raw`^${NAME_WORD}(?: (?:(?:de|du|d['’]|le|la) ?)?${NAME_WORD}){1,3}$`,
  'u',
);
const INTRODUCED = new RegExp(
  String.raw`[Jj]e m['’]appelle (${NAME_WORD}(?: (?:de |du |d['’])?${NAME_WORD}){1,2})`,
  'u',
);
const STREET =
  /^\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|allée|impasse|quai|route|cours|square|passage|résidence)(?![\p{L}]).{2,50}$/iu;

export function personIn(text: string): Person {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 8);
  const parts = lines
    .flatMap((line) => line.split(/ [|–—•-] |, (?=\d{5} )/))
    .map((part) => part.trim());
  const first = (parts[0] ?? '').split(', ')[0] ?? '';
  const named = WHOLE_NAME.test(first) && !tradeNamed(tokensOf(first)) && !profileHeading(first);
  const town = parts.find((part) => POSTCODE_TOWN.test(fold(part).text) && part.length < 50);
  return {
    name: named ? first : INTRODUCED.exec(text)?.[1],
    street: parts.find((part) => STREET.test(part)),
    town,
    phone: firstIn(parts, PHONE_NUMBER),
    mail: firstIn(parts, MAIL_ADDRESS),
  };
}

function firstIn(parts: readonly string[], pattern: RegExp): string | undefined {
  const once = new RegExp(pattern.source, pattern.flags.replace('g', ''));
  for (const part of parts) {
    const found = once.exec(part)?.[0];
    if (found) return found.trim();
  }
  return undefined;
}
