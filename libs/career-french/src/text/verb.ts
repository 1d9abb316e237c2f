import { fold } from '#libs/french-text';
import { ACTION_VERBS } from '../lexicon/verbs.js';

/** A verb of work: `je gère`, `j’ai géré`, and its noun `la gestion` where it has one. */
export interface ActionVerb {
  infinitive: string;
  present: string;
  participle: string;
  /** With its article. */
  noun: string | undefined;
}

export const VERBS: readonly ActionVerb[] = ACTION_VERBS.trim()
  .split('\n')
  .map((line) => {
    const [infinitive = '', present = '', participle = '', noun = ''] = line
      .split(':')
      .map((part) => part.trim());
    return { infinitive, present, participle, noun: noun || undefined };
  });

const byFolded = <T>(entries: (readonly [string, T])[]) =>
  new Map(entries.map(([word, value]) => [fold(word).text, value] as const));

/** The verb whose noun this is: `gestion` is of `gérer`. */
export const VERB_OF_NOUN = byFolded(
  VERBS.flatMap((verb) => (verb.noun ? [[verb.noun.replace(/^l[ae'] ?/, ''), verb] as const] : [])),
);
export const VERB_OF_INFINITIVE = byFolded(VERBS.map((verb) => [verb.infinitive, verb] as const));
export const VERB_OF_PARTICIPLE = byFolded(
  VERBS.flatMap((verb) => (verb.participle ? [[verb.participle, verb] as const] : [])),
);
export const VERB_OF_PRESENT = byFolded(VERBS.map((verb) => [verb.present, verb] as const));
