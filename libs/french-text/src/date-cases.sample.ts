import type { Case } from './typography-cases.sample.js';

type DateCode =
  'impossible-date' | 'wrong-weekday' | 'first-of-month' | 'month-capital' | 'english-date';

/** The cases of dates; `^` stands for U+202F. */
export const DATE_CASES: Record<DateCode, Case> = {
  'impossible-date': {
    found: [
      ['le 31 avril 2026', '31 avril 2026'],
      ['le 29 février 2025', '29 février 2025'],
      ['le 45 mars 2026', '45 mars 2026'],
      ['le 31/02/2026', '31/02/2026'],
      ['le 12/25/2026', '12/25/2026'],
    ],
    left: [
      'le 29 février 2024',
      'le 31 mars',
      'page 45 mars',
      '28/02/2026',
      'v1.2.3',
      '192.168.1.2',
    ],
  },
  'wrong-weekday': {
    found: [['le lundi 12 mars 2026', 'lundi 12 mars 2026']],
    left: ['le jeudi 12 mars 2026', 'le lundi 12 mars', 'le dimanche 1er mars 2026'],
  },
  'first-of-month': {
    found: [
      ['le 1 avril 2026', '1', '1er'],
      ['le mercredi 01 avril 2026', '01', '1er'],
    ],
    left: ['le 1er avril 2026', 'le 1^er avril', 'le 11 avril', '1 avrilien'],
  },
  'month-capital': {
    found: [['le 12 Mars 2026', 'Mars', 'mars']],
    left: ['le 12 mars 2026', 'Mars 2020', 'LYON, LE 12 MARS 2026'],
  },
  'english-date': {
    found: [
      ['on March 12, 2026', 'March 12, 2026'],
      ['le 12 March 2026', '12 March 2026'],
    ],
    left: ['le 12 mars 2026', 'may be', 'March'],
  },
};
