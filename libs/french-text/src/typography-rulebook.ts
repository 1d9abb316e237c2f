import type { Rulebook } from './finding.js';
import type { TypographyCode } from './typography.js';

/** What is said for each typographic code, in natural French first. */
export const TYPOGRAPHY_RULEBOOK: Rulebook<TypographyCode> = {
  'missing-space-before-punctuation': {
    severity: 'warning',
    fr: ({ found }) =>
      `Il manque une espace avant le signe « ${found} » : en français, elle est insécable.`,
    en: ({ found }) => `A space is missing before “${found}”: French wants a no-break space there.`,
  },
  'plain-space-before-punctuation': {
    severity: 'advice',
    fr: ({ found }) =>
      `Préférez une espace insécable avant « ${found} » : le signe ne risquera pas de se retrouver seul en début de ligne.`,
    en: ({ found }) => `Use a no-break space before “${found}”, so that it cannot start a line.`,
  },
  'missing-space-in-guillemets': {
    severity: 'warning',
    fr: 'Il manque une espace insécable à l’intérieur des guillemets français.',
    en: 'A no-break space is missing on the inner side of the French quotation mark.',
  },
  'plain-space-in-guillemets': {
    severity: 'advice',
    fr: 'Préférez une espace insécable à l’intérieur des guillemets français.',
    en: 'Use a no-break space on the inner side of the French quotation mark.',
  },
  'straight-quotes': {
    severity: 'advice',
    fr: 'Préférez les guillemets français (« … ») aux guillemets droits.',
    en: 'Use French quotation marks (« … ») instead of straight ones.',
  },
  'three-dots': {
    severity: 'advice',
    fr: 'Remplacez cette suite de points par le signe unique « … ».',
    en: 'Use the single character “…” instead of a row of dots.',
  },
  'double-space': {
    severity: 'advice',
    fr: 'Une seule espace suffit entre ces deux mots.',
    en: 'One space is enough here.',
  },
  'space-before-comma': {
    severity: 'warning',
    fr: 'La virgule et le point se collent au mot qui les précède.',
    en: 'There is no space before a comma or a full stop.',
  },
  'missing-space-after-punctuation': {
    severity: 'warning',
    fr: ({ found }) => `Il manque une espace après le signe « ${found} ».`,
    en: ({ found }) => `A space is missing after “${found}”.`,
  },
  'space-after-apostrophe': {
    severity: 'warning',
    fr: 'L’apostrophe n’est pas suivie d’une espace.',
    en: 'There is no space after the apostrophe.',
  },
  'mixed-apostrophes': {
    severity: 'advice',
    fr: 'Le texte mêle apostrophes droites et apostrophes courbes ; gardez la même forme partout.',
    en: 'The text mixes straight and curly apostrophes; keep to one of them.',
  },
  'missing-accent': {
    severity: 'advice',
    fr: 'En français, les majuscules gardent leur accent.',
    en: 'French capitals keep their accents.',
  },
  placeholder: {
    severity: 'error',
    fr: 'Ce passage du modèle n’a pas été rempli. Remplacez-le par votre propre texte ou supprimez-le.',
    en: 'This blank of the template was never filled in. Replace it with your own words or remove it.',
  },
  'lower-case-sentence': {
    severity: 'warning',
    fr: 'Une phrase commence par une majuscule.',
    en: 'A sentence starts with a capital letter.',
  },
  'repeated-word': {
    severity: 'warning',
    fr: ({ found }) => `Le mot « ${found} » est écrit deux fois de suite.`,
    en: ({ found }) => `The word “${found}” appears twice in a row.`,
  },
  'impossible-date': {
    severity: 'error',
    fr: 'Cette date n’existe pas. Vérifiez le jour, puis le mois.',
    en: 'There is no such date. Check the day, then the month.',
  },
  'wrong-weekday': {
    severity: 'warning',
    fr: ({ expected }) =>
      `Le jour de la semaine ne correspond pas : cette date tombe un ${expected}.`,
    en: 'The weekday does not match this date.',
  },
  'first-of-month': {
    severity: 'warning',
    fr: 'Le premier jour du mois s’écrit « 1er ».',
    en: 'The first day of a month is written “1er”.',
  },
  'month-capital': {
    severity: 'warning',
    fr: 'En français, les noms de mois s’écrivent sans majuscule.',
    en: 'Month names take no capital in French.',
  },
  'english-date': {
    severity: 'advice',
    fr: 'Cette date est écrite à l’anglaise ; écrivez-la en français, par exemple « 12 mars 2026 ».',
    en: 'This date is written in English; write it in French, for instance “12 mars 2026”.',
  },
};
