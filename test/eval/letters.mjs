import { readOffer } from '#libs/career-french';
import {
  measureLetter,
  TONES,
  writeLetter,
} from '../../dist/services/letters/src/local-engine/index.js';
import { faultsBy } from '../../dist/services/letters/src/cover-letter/faults-by.js';
import { verifyLetter } from '../../dist/services/letters/src/format/verify-letter.js';
import { share } from './tally.mjs';

/** What a letter cannot hold because the profile does not tell it. */
const UNKNOWN = new Set([
  'missing-sender-name', 'missing-sender-address', 'missing-phone', 'missing-mail', 'missing-recipient', 'missing-date',
  'missing-signature',
]); // prettier-ignore
const ENGLISH =
  /(?<![\p{L}’'-])(?:the|and|with|your|you|from|this|that|have|has|are|was|were|is|of|for|my|dear|skills?|job|team)(?![\p{L}’'-])/giu;

/**
 * Writes each profile’s letter in every tone and checks it.
 * @param {import('./corpus.mjs').Sample[]} profiles @param {import('./corpus.mjs').Sample[]} offers
 */
export function checkLetters(profiles, offers) {
  /** @type {Record<string, { right: number, all: number }>} */
  const checks = {};
  /** @type {string[]} */
  const faults = [];
  const check = (
    /** @type {string} */ name,
    /** @type {string} */ where,
    /** @type {unknown} */ fault,
  ) => {
    const counted = (checks[name] ??= { right: 0, all: 0 });
    counted.all += 1;
    if (!fault) counted.right += 1;
    else faults.push(`${name}: ${where}: ${typeof fault === 'string' ? fault : ''}`);
  };
  for (const profile of profiles) {
    const offer = offers.find(({ file }) => file === profile.offer);
    if (!offer)
      throw new Error(
        `${profile.file} names the offer ${profile.offer}, which is not in the corpus.`,
      );
    for (const tone of TONES) {
      const where = `${profile.file}, ${tone}`;
      const letter = writeLetter({ profile: profile.text, offer: offer.text, tone });
      const wanted = profile.letter === 'too-little' ? 'too-little-to-write-from' : undefined;
      check(
        'written or refused as it should',
        where,
        letter.refused !== wanted && `${letter.refused}`,
      );
      if (letter.refused) continue;
      const { text } = letter;
      const measured = measureLetter(text, { offer: offer.text });
      check('company named', where, measured.mentionsCompany !== true);
      check('position named', where, measured.mentionsPosition !== true);
      check(
        '200 to 500 words',
        where,
        (letter.words < 200 || letter.words > 500) && `${letter.words}`,
      );
      const findings = verifyLetter(text).findings.filter(({ code }) => !UNKNOWN.has(code));
      check(
        'no placeholder',
        where,
        findings.some(({ code }) => code === 'placeholder'),
      );
      check(
        'typography and conventions',
        where,
        findings.map(({ code, excerpt }) => `${code} “${excerpt}”`).join('; '),
      );
      const sentences = sentencesOf(letter);
      check(
        'no sentence twice',
        where,
        sentences.find((one, at) => sentences.indexOf(one) !== at),
      );
      check('no English', where, [...text.matchAll(ENGLISH)].join(' '));
      check('gender chosen', where, /\p{L}\(\p{Ll}{1,4}\)|·/u.exec(text)?.[0]);
      check(
        'orders to the machine left out',
        where,
        /instructions|1 ?000 points|robots/iu.exec(text)?.[0],
      );
      const sources = `${profile.text}\n${offer.text}`;
      check(
        'claims rest on words given',
        where,
        letter.claims.flatMap(({ excerpts }) => excerpts).find((one) => !sources.includes(one)),
      );
      const order = { offer: offer.text, position: ' ', idempotencyKey: '' };
      const fault = faultsBy({ ...order, experience: profile.text })(letter);
      check('nothing that looks invented', where, fault);
      const stranger = profiles.find(({ file }) => file !== profile.file);
      check(
        'found out under another name',
        where,
        faultsBy({ ...order, experience: stranger?.text })(letter) === undefined && stranger?.file,
      );
      const others = offers
        .filter(({ file }) => file !== offer.file)
        .flatMap(({ text: other }) => readOffer(other).company?.value ?? []);
      check(
        'no other company named',
        where,
        others.find((name) => text.includes(name) && !sources.includes(name)),
      );
    }
  }
  const figures = Object.fromEntries(
    Object.entries(checks).map(([name, { right, all }]) => [name, share(right, all)]),
  );
  return { figures, faults };
}

/** @param {{ paragraphs: string[] }} letter */
function sentencesOf({ paragraphs }) {
  return paragraphs
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?])\s+/))
    .map((one) => one.toLowerCase());
}

/**
 * How different the letters of different profiles to one offer are: 1 − shared runs of three words, the least and the mean.
 * @param {import('./corpus.mjs').Sample[]} profiles @param {import('./corpus.mjs').Sample} offer
 */
export function distances(profiles, offer) {
  const letters = profiles.flatMap(({ text }) => {
    const letter = writeLetter({ profile: text, offer: offer.text });
    return letter.refused ? [] : [runs(letter.paragraphs.join(' '))];
  });
  const all = letters.flatMap((one, at) =>
    letters.slice(at + 1).map((other) => distance(one, other)),
  );
  const mean = all.reduce((sum, each) => sum + each, 0) / Math.max(1, all.length);
  return { letters: letters.length, least: share(Math.min(...all), 1), mean: share(mean, 1) };
}

/** @param {string} text */
function runs(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));
}

/** @param {Set<string>} one @param {Set<string>} other */
function distance(one, other) {
  let shared = 0;
  for (const run of one) if (other.has(run)) shared += 1;
  return 1 - shared / (one.size + other.size - shared);
}
