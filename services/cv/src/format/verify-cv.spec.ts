import { describe, expect, it } from '@jest/globals';
import { readText, typography } from '#libs/french-text';
import { CV_RULEBOOK, type CvRuleCode } from './cv-rulebook.js';
import { GOOD_CV } from './good-cv.sample.js';
import { CV_FINDING_CODES, verifyCv } from './verify-cv.js';

const codesOf = (text: string) => [...new Set(verifyCv(text).findings.map(({ code }) => code))];

/** The good CV with one passage replaced; a passage that is not there is a fault of the test. */
function changed(passage: string, by: string): string {
  expect(GOOD_CV).toContain(passage);
  return GOOD_CV.replace(passage, by);
}

const part = (from: string, to: string) =>
  GOOD_CV.slice(GOOD_CV.indexOf(from), GOOD_CV.indexOf(to));
const EXPERIENCE = part('EXPÉRIENCES', 'FORMATION');
const EDUCATION = part('FORMATION', 'COMPÉTENCES');
const SKILLS = part('COMPÉTENCES', 'LANGUES');
const LANGUAGES = part('LANGUES', 'CENTRES');
const INTERESTS = GOOD_CV.slice(GOOD_CV.indexOf('CENTRES'));
const CONTACT = '31 allée des Cerisiers, 38000 Grenoble';

describe('a CV that follows every convention', () => {
  it('gets no finding at all', () => {
    expect(verifyCv(GOOD_CV)).toEqual({
      engine: 'local',
      engineVersion: '1.1.0',
      words: 339,
      characters: GOOD_CV.length,
      findings: [],
    });
  });

  it.each([
    ['EXPÉRIENCES PROFESSIONNELLES', 'Experience professionnelle'],
    ['EXPÉRIENCES PROFESSIONNELLES', '— Parcours professionnel —'],
    ['FORMATION\n', 'Formations et diplômes\u00a0:\n'],
    ['COMPÉTENCES\n', 'Compétences clés\n'],
    ['COMPÉTENCES\n', 'Compétences et outils\n'],
    ['CENTRES D’INTÉRÊT', 'Centres d’interet'],
    ['LANGUES\nAnglais\u00a0: C1, ', 'Langues\u00a0: Anglais C1, '],
    ['Italien\u00a0: B1', 'Italien, langue maternelle'],
    [CONTACT, 'Grenoble (38), mobile en Isère'],
    [CONTACT, 'Mobilité\u00a0: Isère'],
    ['Yanis Bellecour\nResponsable logistique', 'Yanis Bellecour – Responsable logistique'],
    ['Yanis Bellecour', 'Marie Bellecour'],
    ['mars 2021 – aujourd’hui', 'depuis mars 2021'],
    ['mars 2021 – aujourd’hui', 'mars 2021 à ce jour'],
    ['septembre 2018 – février 2021', 'septembre 2018 – décembre 2022'],
    ['120 palettes', '12 enfants, 30 ans de matériel et 120 palettes'],
  ])('may also say, for “%s”: “%s”', (passage, by) => {
    expect(codesOf(changed(passage, by))).toEqual([]);
  });

  it('may come without accents composed, and with other line breaks', () => {
    expect(codesOf(GOOD_CV.normalize('NFD'))).toEqual([]);
    expect(codesOf(GOOD_CV.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('may show projects where others show jobs', () => {
    expect(codesOf(changed('EXPÉRIENCES PROFESSIONNELLES', 'Projets personnels'))).toEqual([]);
  });
});

const FAULTS: [code: CvRuleCode, passage: string, by: string][] = [
  ['missing-mail', 'yanis.bellecour@courriel-exemple.fr', ''],
  ['missing-phone', '07 98 76 54 32 – ', ''],
  ['phone-wrong-length', '07 98 76 54 32', '07 98 76 54 3'],
  ['missing-town', CONTACT, ''],
  ['missing-title', 'Responsable logistique\n', ''],
  ['cv-as-title', 'Yanis', 'Curriculum vitæ\nYanis'],
  ['missing-education', EDUCATION, ''],
  ['missing-skills', SKILLS, ''],
  ['missing-languages', LANGUAGES, ''],
  ['empty-section', INTERESTS, 'CENTRES D’INTÉRÊT\n'],
  [
    'section-order',
    GOOD_CV.slice(GOOD_CV.indexOf('FORMATION')),
    `${INTERESTS}\n${EDUCATION}${SKILLS}${LANGUAGES}`,
  ],
  ['period-reversed', 'septembre 2018 – février 2021', 'septembre 2018 – février 2017'],
  ['experience-without-period', 'septembre 2018 – février 2021\n', ''],
  ['mixed-period-formats', 'septembre 2018 – février 2021', '2018 – 2021'],
  ['mixed-period-formats', 'septembre 2018 – février 2021', '09/2018 – 02/2021'],
  ['not-antechronological', 'juillet 2016 – août 2018', 'juillet 2021 – août 2023'],
  ['mixed-bullets', '• Préparation', '- Préparation'],
  ['long-bullet', 'tous réussis', `${'avec soin et méthode '.repeat(8)}tous réussis`],
  ['birth-date', CONTACT, `Né le 12 mars 1990\n${CONTACT}`],
  ['birth-date', CONTACT, `Date de naissance\u00a0: 12/03/1990\n${CONTACT}`],
  ['age', CONTACT, `35 ans\n${CONTACT}`],
  ['marital-status', CONTACT, `Marié, deux enfants\n${CONTACT}`],
  ['marital-status', CONTACT, `Célibataire\n${CONTACT}`],
  ['photo', CONTACT, `[Photo]\n${CONTACT}`],
  ['social-security-number', CONTACT, `1 90 03 38 116 005 42\n${CONTACT}`],
  ['language-without-level', 'Italien\u00a0: B1', 'Italien'],
  ['vague-language-level', 'Italien\u00a0: B1', 'Italien courant'],
  ['placeholder', 'Laiterie du Vercors', '[Entreprise]'],
  ['impossible-date', 'juillet 2016 – août 2018', '31 juin 2016 – 3 août 2018'],
  ['missing-space-before-punctuation', 'Outils\u00a0:', 'Outils:'],
];

describe('a CV with one fault', () => {
  it.each(FAULTS)('is told %s', (code, passage, by) => {
    expect(codesOf(changed(passage, by)).filter((found) => found !== 'too-short')).toEqual([code]);
  });

  it('is told that it shows no experience', () => {
    expect(codesOf(changed(EXPERIENCE, ''))).toEqual(['missing-experience', 'too-short']);
  });

  it('is told that its experiences bear no figure, dates aside', () => {
    const plain = EXPERIENCE.split('\n').map((line) => (line.startsWith('•') ? '• Suivi' : line));
    expect(codesOf(changed(EXPERIENCE, plain.join('\n')))).toEqual(['no-figures', 'too-short']);
  });

  it('is told once that none of its experiences is dated', () => {
    const undated = EXPERIENCE.replaceAll(/\n[a-zé]+ 20.*/g, '');
    const findings = verifyCv(changed(EXPERIENCE, undated)).findings;
    expect(findings.map(({ code, excerpt }) => [code, excerpt])).toEqual([
      ['experience-without-period', 'EXPÉRIENCES PROFESSIONNELLES'],
    ]);
  });

  it('is told its number of words', () => {
    const short = verifyCv('Compétences\nExcel').findings.find(({ code }) => code === 'too-short');
    expect(short?.message.fr).toContain('(nombre de mots\u00a0: 2)');
    expect(codesOf(`${GOOD_CV}${'Lecture de romans, cuisine.\n'.repeat(150)}`)).toEqual([
      'too-long',
    ]);
  });
});

describe('the words about a CV', () => {
  it.each(Object.entries(CV_RULEBOOK))('keep French typography themselves: %s', (_, { fr }) => {
    const facts = { count: 2, found: 'x', expected: '•' };
    expect(typography(readText(typeof fr === 'string' ? fr : fr(facts)))).toEqual([]);
  });

  it('exist for every code that a CV can be told', () => {
    expect(CV_FINDING_CODES).toContain('more-of-the-same');
    expect(FAULTS.every(([code]) => CV_FINDING_CODES.includes(code))).toBe(true);
  });
});
