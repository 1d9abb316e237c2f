import { fold } from '#libs/french-text';
import { VERB_FORMS } from './verb-forms.js';
import { VERB_OF_NOUN, VERB_OF_PRESENT } from './verb.js';

const FEMININES: readonly [ending: RegExp, masculine: string][] = [
  [/euse$/, 'eur'],
  [/trice$/, 'teur'],
  [/(?<=..)iere$/, 'ier'],
  [/ienne$/, 'ien'],
  [/(?<=...)onne$/, 'on'],
  [/(?<=...)elle$/, 'el'],
  [/(?<=..)ive$/, 'if'],
  [/(?<=...)ale$/, 'al'],
  [/(?<=....)ante$/, 'ant'],
  [/(?<=....)ente$/, 'ent'],
  [/(?<=....)aine$/, 'ain'],
  [/(?<=...)ise$/, 'is'],
];

/** The form under which a folded word is looked up: masculine singular, verbs and their nouns in the infinitive. */
export function lemmaOf(word: string, raw = word): string {
  if (word.length < 4) return word;
  const verb = VERB_FORMS.get(word);
  if (verb && (!verb.accentNeeded || /ée?s?$/.test(raw.normalize('NFC').toLowerCase()))) {
    return verb.infinitive;
  }
  const one = singular(word);
  const deed = VERB_OF_NOUN.get(one);
  return deed ? fold(deed.infinitive).text : masculine(one);
}

function singular(word: string): string {
  if (/[aeo]ux$/.test(word) && word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  return word.endsWith('x') || (word.endsWith('s') && !word.endsWith('ss'))
    ? word.slice(0, -1)
    : word;
}

function masculine(word: string): string {
  const found = FEMININES.find(([ending]) => ending.test(word));
  return found ? word.replace(found[0], found[1]) : word;
}

/** The infinitive of a first person: `encadre` is of `encadrer`. */
export function infinitiveOf(word: string): string | undefined {
  const verb = VERB_OF_PRESENT.get(word);
  return verb && fold(verb.infinitive).text;
}
