import type { DetailsOf } from '#libs/contracts';
import { fr } from './french.js';
import type { Sentences } from './sentence.js';

type Obstacle = DetailsOf<'NOTHING_TO_WRITE_FROM'>['reason'];

interface Words {
  readonly fr: string;
  readonly en: string;
}

const found: Record<Obstacle, Words> = {
  'too-little-to-write-from': {
    fr: 'Votre parcours n’en dit pas encore assez pour un texte honnête',
    en: 'Your experience does not say enough yet for an honest text',
  },
  'no-position': { fr: 'Le poste visé n’est pas connu', en: 'The position is not known' },
  'unknown-trade': {
    fr: 'Ce métier n’est pas dans notre lexique',
    en: 'This trade is not in our lexicon',
  },
  'nothing-asked': {
    fr: 'Ce texte ne se lit pas comme une annonce',
    en: 'This text does not read as a job offer',
  },
};

const toDo: Record<Obstacle, Words> = {
  'too-little-to-write-from': {
    fr: 'Ajoutez où vous avez travaillé, quand, et ce que vous y avez fait.',
    en: 'Add where you worked, when, and what you did there.',
  },
  'no-position': {
    fr: 'Indiquez l’intitulé du poste, ou collez l’annonce.',
    en: 'Name the position, or paste the offer.',
  },
  'unknown-trade': {
    fr: 'Collez une annonce qui décrit ce métier.',
    en: 'Paste an offer that describes this trade.',
  },
  'nothing-asked': {
    fr: 'Collez l’annonce entière, avec le poste et les compétences demandées.',
    en: 'Paste the whole offer, with its position and the skills that it asks for.',
  },
};

/** Why engines do not begin: better nothing than words that the user did not give. */
export const writingSentences: Sentences<'NOTHING_TO_WRITE_FROM'> = {
  NOTHING_TO_WRITE_FROM: ({ reason }) => ({
    title: 'Pas assez de matière',
    detail: fr`${found[reason].fr} : rien n’a été débité.`,
    detailEn: `${found[reason].en}: nothing was charged.`,
    nextStep: toDo[reason],
  }),
};
