import { positionFor, readOffer, readProfile } from '#libs/career-french';
import { countWords } from '#libs/french-text';
import { nameGiven } from '../name-given.js';
import { NO_POSITION, TOO_LITTLE, type LocalRefusal } from '../refusal.js';
import { LOCAL_ENGINE } from '../version.js';
import { compose, type Material, type Measure } from './compose.js';
import { of } from './enumerate.js';
import { layOut } from './lay-out.js';
import type { Line } from './line.js';
import { PHRASES } from './phrases.js';
import { LETTER_LENGTH, type LetterRequest } from './request.js';
import { setInFrench } from './typography.js';

/** A letter, its words, and for every claim in it the words of the user or of the offer that it rests on. */
export interface WrittenLetter {
  engine: 'local';
  engineVersion: string;
  subject: string;
  greeting: string;
  paragraphs: string[];
  closing: string;
  /** The whole letter, with what the profile tells of the sender. */
  text: string;
  /** From salutation to closing formula. */
  words: number;
  claims: { sentence: string; excerpts: string[] }[];
}

const GREETING = 'Madame, Monsieur,';
const ROOM = 20;

/** Writes a cover letter of 200 to 500 words from the user’s own words; refuses a profile that has too little for it. */
export function writeLetter(request: LetterRequest): WrittenLetter | LocalRefusal {
  const profile = readProfile(request.profile);
  const offer = request.offer === undefined ? undefined : readOffer(request.offer);
  const named = nameGiven(request.position) ?? offer?.position?.value;
  if (!named) return NO_POSITION;
  const position = positionFor(named, profile.gender);
  const company = nameGiven(request.company) ?? offer?.company?.value;
  const tone = request.tone ?? 'professionnel';
  const text = request.profile;
  const asked = offer?.skills ?? [];
  const answersOffer = offer !== undefined;
  const material = { profile, text, asked, answersOffer, position, company, tone };
  const body = bodyOf(material, request.words ?? LETTER_LENGTH.usual);
  if (!body) return TOO_LITTLE;
  const reference = offer?.reference ? ` (réf. ${offer.reference.value})` : '';
  const subject = setInFrench(`Candidature au poste ${of(position)}${reference}`);
  const { paragraphs, closing, words, lines } = body;
  const letter = { subject, greeting: GREETING, paragraphs, closing };
  const claims = lines.filter(({ excerpts }) => excerpts.length > 0);
  return {
    ...LOCAL_ENGINE,
    ...letter,
    text: layOut(letter, profile.person, company),
    words,
    claims: claims.map(({ text: said, excerpts }) => ({ sentence: setInFrench(said), excerpts })),
  };
}

interface Body {
  paragraphs: string[];
  closing: string;
  words: number;
  lines: Line[];
}

/** At the length wished for; told at more length when that falls short of the least. */
function bodyOf(material: Material, wished: number): Body | undefined {
  const words = Math.min(Math.max(wished, LETTER_LENGTH.least + ROOM), LETTER_LENGTH.most - ROOM);
  const measures: Measure[] = [
    { words, thorough: false },
    { words: words + 3 * ROOM, thorough: true },
  ];
  for (const measure of measures) {
    const lines = compose(material, {
      ...measure,
      words: Math.min(measure.words, LETTER_LENGTH.most - ROOM),
    });
    if (!lines) return undefined;
    const paragraphs = lines.map((one) => setInFrench(one.map(({ text }) => text).join(' ')));
    const closing = setInFrench(PHRASES[material.tone].closing);
    const count = countWords([...paragraphs, closing].join(' '));
    if (count >= LETTER_LENGTH.least)
      return { paragraphs, closing, words: count, lines: lines.flat() };
  }
  return undefined;
}
