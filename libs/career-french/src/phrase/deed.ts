import { fold } from '#libs/french-text';
import { entriesIn } from '../matching/lexicon-index.js';
import { tokensOf } from '../text/token.js';
import {
  VERB_OF_INFINITIVE,
  VERB_OF_NOUN,
  VERB_OF_PARTICIPLE,
  type ActionVerb,
} from '../text/verb.js';

/** A task of a CV as it follows « j’ai »: `géré les stocks` (done), or as it follows « j’ai assuré »: `l’accueil des clients`. */
export interface Deed {
  kind: 'done' | 'assured';
  words: string;
}

const COMPLEMENT: readonly [pattern: RegExp, article: string][] = [
  [/^du /, 'le '],
  [/^de la /, 'la '],
  [/^de l['’]/, 'l’'],
  [/^des /, 'les '],
  [/^d['’](?=une? )/, ''],
  [
    /^de (?=(?:\d|deux |trois |quatre |cinq |six |sept |huit |dix |plus de |plusieurs |mon |ma |mes |nos |notre |leurs? ))/,
    '',
  ],
  [/^d['’](?=environ )/, ''],
];
const ARTICLES: Record<string, string> = { du: 'le ', 'de la': 'la ', 'de l’': 'l’', des: 'les ' };
const KEEPS_ITS_PREPOSITION = new Set(['participer', 'contribuer', 'collaborer', 'repondre']);
const MOST_WORDS = 28;

/** Turns a line such as `Gestion des stocks` into words for a sentence; undefined for one that would need guessing. */
export function deedOf(line: string): Deed | undefined {
  const item = withAside(tidy(line));
  const folded = fold(item).text;
  if (item === '' || folded.split(' ').length > MOST_WORDS || !/^\p{L}/u.test(item))
    return undefined;
  if (
    /[:?!"«»[\]{}<>…]|\.{2}/u.test(item.replace(/\([^)]*\)/g, '')) ||
    /(?<![a-z])(?:je|j'|tu|vous|votre|vos|pas|jamais|aucun|the|and|ignore[rz]?|oublie[rz]?|instructions?)(?![a-z])/.test(
      folded,
    )
  )
    return undefined;
  // What is in capitals has lost its accents: only the lexicon’s writing will do.
  if (!/\p{Ll}/u.test(item)) return ofSkill(item, true);
  return ofVerb(item) ?? ofNoun(item) ?? ofSkill(item, false);
}

/** `Gérer les stocks`, `Géré les stocks`. */
function ofVerb(item: string): Deed | undefined {
  const [first = ''] = item.split(' ');
  const rest = item.slice(first.length);
  const word = fold(first).text;
  const infinitive = VERB_OF_INFINITIVE.get(word);
  if (infinitive?.participle && rest !== '') return done(infinitive, rest);
  const participle = VERB_OF_PARTICIPLE.get(word);
  // « suivi des clients » is the noun.
  const noun = VERB_OF_NOUN.has(word) && /^ (?:de |du |des |d’)/.test(rest);
  if (participle && !noun && rest !== '' && first.toLowerCase() === participle.participle)
    return done(participle, rest);
  return undefined;
}

function ofNoun(item: string): Deed | undefined {
  const [first = ''] = item.split(' ');
  const verb = VERB_OF_NOUN.get(fold(first).text);
  if (!verb?.noun) return undefined;
  const rest = item.slice(first.length + 1);
  if (verb.participle && !/ et /.test(rest.split(' ').slice(0, 2).join(' '))) {
    const set = /^(en (?:place|œuvre|oeuvre) )(.+)$/iu.exec(rest);
    if (verb.infinitive === 'mettre' && set?.[2]) {
      const object = withoutPreposition(set[2]);
      if (object) return { kind: 'done', words: `mis ${set[1]}${object}` };
    } else if (verb.infinitive !== 'mettre') {
      const object = KEEPS_ITS_PREPOSITION.has(fold(verb.infinitive).text)
        ? /^(?:à|au|aux|avec) .+/u.exec(rest)?.[0]
        : withoutPreposition(rest);
      if (object) return done(verb, ` ${object}`);
    }
  }
  return assured(
    verb.noun.replace(/^(l[ae]) .*/, '$1 ').replace(/^l['’].*/, 'l’') + lowerFirst(item),
  );
}

/** A skill as the lexicon says it, its article with it; the user’s own words where they begin alike. */
function ofSkill(item: string, shouted: boolean): Deed | undefined {
  const tokens = tokensOf(item).filter(({ kind }) => kind === 'word');
  const [match] = entriesIn(tokens);
  if (match?.owner.what !== 'skill' || match.from !== 0 || match.owner.skill.kind === 'soft')
    return undefined;
  const { skill } = match.owner;
  const [article = ''] = /^(?:l[ae]s? |l’)/.exec(skill.label) ?? [];
  const sameHead =
    tokensOf(skill.name)[0]?.lemma === tokens[0]?.lemma &&
    tokens[0]?.word === fold(skill.name.split(/[ ’]/)[0] ?? '').text;
  if (sameHead && !shouted) return assured(article + lowerFirst(item));
  return match.to >= tokens.length - 1 ? assured(skill.label) : undefined;
}

/** Two nouns need an article each: `l’accueil et le conseil des clients`. */
function assured(words: string): Deed | undefined {
  const second = /^(l[ae]s? |l[’'])(\S+) et (?!l[aes’'])(\S+)(.*)$/u.exec(words);
  if (!second) return hasNounWithoutArticle(words) ? undefined : { kind: 'assured', words };
  const noun = VERB_OF_NOUN.get(fold(second[3] ?? '').text)?.noun;
  const article = noun && (/^l[ae] /.exec(noun)?.[0] ?? 'l’');
  if (!article) return undefined;
  return {
    kind: 'assured',
    words: `${second[1]}${second[2]} et ${article}${second[3]}${second[4]}`,
  };
}

/** Verbs that follow « et » take the same form: `appliqué la méthode et tenu les fiches`. */
function done(verb: ActionVerb, rest: string): Deed | undefined {
  let known = true;
  const words = rest.replace(
    /(?<=(?: et|,) )(\p{L}+(?:er|ir|re))(?= (?:l[ae]s? |l’|d|un|\d|mes |nos ))/gu,
    (infinitive) => {
      const participle = VERB_OF_INFINITIVE.get(fold(infinitive).text)?.participle;
      known &&= Boolean(participle);
      return participle ?? infinitive;
    },
  );
  return known ? { kind: 'done', words: verb.participle + words } : undefined;
}

/** « le dépannage électrique et automates »: a second noun that would need its article. */
function hasNounWithoutArticle(words: string): boolean {
  const [, before = '', next = ''] =
    /^(.*?) et (\S+)/u.exec(words.replace(/^\S+ \S+ et /u, '')) ?? [];
  if (next === '' || /(?<![\p{L}])de? \S+$|d’\S+$/u.test(before)) return false;
  return !/^(?:l[ae]s?|l’.*|une?|des?|d[u’].*|en|à|aux?|avec|mes|nos|par|pour|sur|dans|chez|\p{Lu}.*|.*(?:ives?|ifs?|elles?|els?|iques?|ales?|aux|aires?|é|ées?|és|antes?|ants?|entes?|ents?))$/u.test(
    next,
  );
}

function withoutPreposition(rest: string): string | undefined {
  for (const [pattern, article] of COMPLEMENT) {
    if (!pattern.test(rest)) continue;
    const object = rest.replace(pattern, article);
    // « du programme et de la newsletter » becomes « le programme et la newsletter ».
    return object.replace(
      / et (du |de la |de l’|des |d’(?=une? ))/gu,
      (_, next: string) => ` et ${ARTICLES[next.trimEnd()] ?? ''}`,
    );
  }
  return undefined;
}

function tidy(line: string): string {
  return line
    .replace(/^[\s*•–—·-]+/u, '')
    .replace(/[\s.;,]+$/u, '')
    .replace(/\s+/g, ' ')
    .replaceAll("'", '’');
}

/** What follows a colon goes in brackets: `réseaux sociaux : + 60 % d’abonnés`. */
function withAside(item: string): string {
  const [head = '', aside = '', more] = item.split(/ ?: /);
  if (aside === '' || more !== undefined || /[()]/.test(item)) return item;
  return `${head} (${lowerFirst(aside)})`;
}

function lowerFirst(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
