import { fold } from '#libs/french-text';
import { VERBS } from './verb.js';

interface VerbForm {
  infinitive: string;
  /** Without its accent the word is a noun too: `forme` is not `formé`. */
  accentNeeded: boolean;
}

/** Inflected forms of the verbs of work, folded; only forms that are no everyday nouns. */
export const VERB_FORMS: ReadonlyMap<string, VerbForm> = new Map(VERBS.flatMap(formsOf));

function formsOf({ infinitive, participle }: (typeof VERBS)[number]): [string, VerbForm][] {
  const name = fold(infinitive).text;
  const past = fold(participle).text;
  const certain = [name];
  const accented: string[] = [];
  if (name.endsWith('er')) {
    const stem = name.slice(0, -2);
    certain.push(
      `${stem}ez`,
      `${stem}ant`,
      `${stem}ais`,
      `${stem}ait`,
      `${stem}erez`,
      `${stem}era`,
    );
    certain.push(`${stem}eons`, `${stem}eant`);
    accented.push(past, `${past}s`, `${past}e`, `${past}es`);
  } else if (past.length > 4) {
    certain.push(past);
  }
  if (name.endsWith('ir'))
    certain.push(`${name.slice(0, -1)}ssez`, `${name.slice(0, -1)}ssant`, `${name}ez`);
  if (name.endsWith('re'))
    certain.push(`${name.slice(0, -2)}ez`, `${name.slice(0, -2)}ant`, `${name}z`);
  return [
    ...accented.map((form): [string, VerbForm] => [form, { infinitive: name, accentNeeded: true }]),
    ...certain.map((form): [string, VerbForm] => [form, { infinitive: name, accentNeeded: false }]),
  ];
}
