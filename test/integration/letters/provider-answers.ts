import type {
  ApplicationPlan,
  OfferAnalysis,
  RetrainingPlan,
  TransitionAnalysis,
} from '#libs/contracts';
import type { CoverLetter } from '../../../services/letters/src/cover-letter/cover-letter.js';

/** What the stand-in of a provider answers: each with something that nobody gave, which has to go. */
export const offerAnswer: OfferAnalysis = {
  ...{ position: 'Vendeuse', company: 'Maison Verdier', place: 'Nantes', contract: 'cdi' },
  ...{ salary: '90 000 €', experienceYears: null, education: null, tasks: ['Accueil des clients'] },
  skills: [
    { name: 'Gestion des stocks', importance: 'required', excerpt: 'la gestion des stocks' },
    { name: 'Comptabilité', importance: 'required', excerpt: 'tenue des comptes' },
  ],
  ...{ qualities: [], keywords: ['vendeuse'], advice: ['Citez la gestion des stocks.'] },
};

const sentence = "Chez Filature des Monts, j'ai tenu la gestion des stocks six ans. ";

/** All of it stands in the sample of a profile. */
export const letterAnswer: CoverLetter = {
  subject: 'Candidature au poste de vendeuse',
  greeting: 'Madame, Monsieur,',
  paragraphs: ['Maison Verdier cherche une vendeuse.', sentence.repeat(17), 'Parlons-en !'],
  closing: 'Je vous prie de recevoir mes salutations distinguées.',
};

export const transitionAnswer: TransitionAnalysis = {
  ...{ from: 'Vendeuse', to: 'Zythologue', summary: 'Le chemin est ouvert.' },
  criteria: [
    { name: 'Compétences', points: 40, outOf: 70, reason: 'Le commerce compte.' },
    { name: 'Formation', points: 10, outOf: 30, reason: 'Il reste à apprendre.' },
  ],
  transferable: [
    { skill: 'Gestion des stocks', excerpt: 'Gestion des stocks', use: 'Tenir une cave.' },
    { skill: 'Brassage', excerpt: 'dix ans de brassage', use: 'Brasser.' },
  ],
  gaps: [{ skill: 'Dégustation', importance: 'required', remedy: 'Suivez un module court.' }],
  bridges: [],
};

export const applicationAnswer: ApplicationPlan = {
  summary: 'Votre parcours répond à l’essentiel.',
  arguments: [
    { claim: 'Vous tenez un stock.', excerpt: 'Gestion des stocks' },
    { claim: 'Vous avez tenu une caisse dix ans.', excerpt: 'dix ans de caisse' },
  ],
  weaknesses: [
    { gap: 'Mise en rayon', answer: 'Dites ce que vous en savez déjà.' },
    { gap: 'Télépathie', answer: 'Suivez une formation.' },
  ],
  steps: [
    { title: 'Relancer', inDays: 10, actions: ['Téléphonez.'] },
    { title: 'Préparer', inDays: 0, actions: ['Notez un exemple par argument.'] },
  ],
  questions: ['Pourquoi ce poste ?'],
};

export const retrainingAnswer: RetrainingPlan = {
  ...{ to: 'Plombière', summary: 'Comptez neuf mois.' },
  assets: [
    { skill: 'Soudure', excerpt: 'Soudure' },
    { skill: 'Levage', excerpt: 'permis de grue' },
  ],
  toLearn: [
    { skill: 'Conduite de chariots', reason: 'C’est l’usage.', how: 'Passez le certificat.' },
    { skill: 'Télépathie', reason: 'C’est utile.', how: 'Suivez un module.' },
  ],
  phases: [
    { title: 'Vérifier', months: 1, goal: 'Être sûre.', actions: ['Faites une immersion.'] },
    { title: 'Se former', months: 8, goal: 'Savoir faire.', actions: ['Suivez la formation.'] },
  ],
  funding: [{ scheme: 'cpf', reason: 'Vérifiez vos droits.' }],
};
