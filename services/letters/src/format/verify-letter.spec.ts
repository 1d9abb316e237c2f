import { describe, expect, it } from '@jest/globals';
import { readText, typography } from '#libs/french-text';
import { GOOD_LETTER } from './good-letter.sample.js';
import { LETTER_RULEBOOK, type LetterRuleCode } from './letter-rulebook.js';
import { LETTER_FINDING_CODES, verifyLetter } from './verify-letter.js';

const codesOf = (text: string) => [...new Set(verifyLetter(text).findings.map(({ code }) => code))];

/** The good letter with one passage replaced; a passage that is not there is a fault of the test. */
function changed(passage: string, by: string): string {
  expect(GOOD_LETTER).toContain(passage);
  return GOOD_LETTER.replace(passage, by);
}

const CLOSING =
  'Dans l’attente de votre réponse, je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.';
const SALUTATION = '\nMadame, Monsieur,\n';
const OBJECT = 'Objet\u00a0: candidature au poste de chargée de communication (réf. MV-2026-04)';
const DATE = 'Lyon, le 12 mars 2026';
const BODY = GOOD_LETTER.slice(GOOD_LETTER.indexOf('Votre maison'), GOOD_LETTER.indexOf('Dans l’'));
const SECOND = BODY.slice(BODY.indexOf('Chez Fil'), BODY.indexOf('Votre annonce')).trim();
const RECIPIENT = `Maison Verdier
À l’attention de Madame Hélène Castagnet
8 quai de la Fosse
44000 Nantes
`;

describe('a letter that follows every convention', () => {
  it('gets no finding at all', () => {
    expect(verifyLetter(GOOD_LETTER)).toEqual({
      engine: 'local',
      engineVersion: '1.2.0',
      words: 302,
      characters: GOOD_LETTER.length,
      findings: [],
    });
  });

  it.each([
    [DATE, 'À Paris, le 1er avril 2026'],
    [DATE, 'Fait à Lyon, le jeudi 12 mars 2026'],
    [DATE, 'Saint-Étienne, le 12\u00a0mars\u00a02026'],
    [CLOSING, 'Veuillez agréer, Madame, Monsieur, mes salutations distinguées.'],
    [CLOSING, 'Veuillez recevoir, Madame, Monsieur, l’assurance de ma considération distinguée.'],
    [
      CLOSING,
      'Je vous prie de croire, Madame, Monsieur,\nà l’expression de mes sentiments\nrespectueux.',
    ],
    [OBJECT, 'OBJET\u00a0: Candidature spontanée'],
    ['06 12 34 56 78', '+33 (0)6 12 34 56 78'],
    ['06 12 34 56 78', 'Tél.\u00a0: 06.12.34.56.78'],
    [
      'dossiers de presse.',
      'dossiers de presse, l’adresse https://exemple.fr/a?b=c;d et le code JavaScript -- 😀.',
    ],
  ])('may also say, for “%s”: “%s”', (passage, by) => {
    expect(codesOf(changed(passage, by))).toEqual([]);
  });

  it('may close to a director as it opens', () => {
    const text = changed(SALUTATION, '\nMadame la Directrice,\n');
    expect(
      codesOf(text.replace('agréer, Madame, Monsieur,', 'agréer, Madame la Directrice,')),
    ).toEqual([]);
    expect(codesOf(text)).toEqual(['closing-differs-from-salutation']);
  });

  it('may come without accents composed, and with other line breaks', () => {
    expect(codesOf(GOOD_LETTER.normalize('NFD'))).toEqual([]);
    expect(codesOf(GOOD_LETTER.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('may have its paragraphs one under the other, without empty lines', () => {
    expect(codesOf(GOOD_LETTER.replace(BODY, BODY.replaceAll('\n\n', '\n')))).toEqual([]);
  });
});

const FAULTS: [code: LetterRuleCode, passage: string, by: string][] = [
  ['missing-sender-name', 'Camille Rousselin\n14', '14'],
  ['missing-phone', '06 12 34 56 78\n', ''],
  ['missing-mail', 'camille.rousselin@courriel-exemple.fr\n', ''],
  ['phone-wrong-length', '06 12 34 56 78', '06 12 34 56 7'],
  ['missing-recipient', RECIPIENT, ''],
  ['missing-date', DATE, ''],
  ['numeric-date', '12 mars 2026', '12/03/2026'],
  ['english-date', '12 mars 2026', 'March 12, 2026'],
  ['impossible-date', '12 mars 2026', '31 avril 2026'],
  ['first-of-month', '12 mars 2026', '1 avril 2026'],
  ['month-capital', '12 mars 2026', '12 Mars 2026'],
  ['date-without-year', '12 mars 2026', '12 mars'],
  ['date-without-place', DATE, 'Le 12 mars 2026'],
  ['date-without-le', DATE, 'Lyon, 12 mars 2026'],
  ['date-without-comma', DATE, 'Lyon le 12 mars 2026'],
  ['missing-object', OBJECT, ''],
  ['empty-object', OBJECT, 'Objet\u00a0:'],
  ['long-object', OBJECT, `${OBJECT} et ${'poste de terrain '.repeat(6)}`],
  ['missing-salutation', SALUTATION, ''],
  ['casual-salutation', SALUTATION, '\nBonjour,\n'],
  ['familiar-salutation', SALUTATION, '\nChers Madame, Monsieur,\n'],
  ['salutation-without-comma', SALUTATION, '\nMadame, Monsieur\n'],
  ['salutation-not-alone', `${SALUTATION}\nVotre`, '\nMadame, Monsieur, votre'],
  ['missing-closing', CLOSING, ''],
  ['brief-closing', CLOSING, 'Cordialement,'],
  ['closing-without-title', 'agréer, Madame, Monsieur, l’', 'agréer l’'],
  ['closing-differs-from-salutation', 'agréer, Madame, Monsieur,', 'agréer, Monsieur,'],
  ['missing-signature', `${CLOSING}\n\nCamille Rousselin`, CLOSING],
  ['many-paragraphs', BODY, BODY.replaceAll(/(?<=\.) (?=J’y|Votre|Un|Lors)/g, '\n\n')],
  ['long-paragraph', SECOND, `${SECOND} ${SECOND}`],
  ['shouting', SECOND, SECOND.toUpperCase()],
  ['tu-and-vous', 'Originaire', 'Comme tu le sais, originaire'],
  ['repeated-je', 'Originaire', 'Je viens. Je vois. Je pars. Originaire'],
  ['placeholder', 'Chez Filature des Monts', 'Chez [nom de l’entreprise]'],
  ['plain-space-before-punctuation', 'Nantes\u202f?', 'Nantes ?'],
  ['missing-space-before-punctuation', 'Nantes\u202f?', 'Nantes?'],
];

describe('a letter with one fault', () => {
  it.each(FAULTS)('is told %s', (code, passage, by) => {
    expect(codesOf(changed(passage, by))).toEqual([code]);
  });

  it('is told that both addresses are missing when there is no postcode', () => {
    const text = GOOD_LETTER.replace('69003 Lyon', 'Lyon').replace('44000 Nantes', 'Nantes');
    expect(codesOf(text)).toEqual(['missing-sender-address']);
  });

  it.each([
    ['named-salutation', 'Madame Castagnet,'],
    ['abbreviated-title', 'Mme Castagnet,'],
  ])('is told %s', (code, salutation) => {
    const text = changed(SALUTATION, `\n${salutation}\n`);
    expect(codesOf(text.replace('agréer, Madame, Monsieur,', 'agréer, Madame,'))).toEqual([code]);
  });

  it('is told that it needs paragraphs', () => {
    expect(codesOf(changed(BODY, `${BODY.replaceAll('\n\n', ' ')}\n\n`))).toEqual([
      'few-paragraphs',
      'long-paragraph',
    ]);
  });

  it('is told its number of words', () => {
    const short = verifyLetter(
      changed(BODY, 'Votre offre m’intéresse vivement.\n\n'),
    ).findings.find(({ code }) => code === 'too-short');
    expect(short?.message.fr).toBe(
      'Votre lettre est courte (nombre de mots\u00a0: 20). Visez entre 200 et 500 mots.',
    );
    const long = changed(BODY, `${BODY}${BODY}${BODY}`);
    expect(codesOf(long)).toEqual(['many-paragraphs', 'too-long']);
  });
});

describe('the words about a letter', () => {
  it.each(Object.entries(LETTER_RULEBOOK))('keep French typography themselves: %s', (_, { fr }) => {
    const facts = { count: 2, found: 'x', expected: 'Madame' };
    expect(typography(readText(typeof fr === 'string' ? fr : fr(facts)))).toEqual([]);
  });

  it('exist for every code that a letter can be told', () => {
    expect(LETTER_FINDING_CODES).toContain('more-of-the-same');
    expect(FAULTS.every(([code]) => LETTER_FINDING_CODES.includes(code))).toBe(true);
  });
});
