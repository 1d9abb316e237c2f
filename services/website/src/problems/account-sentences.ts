import { fr } from './french.js';
import { moment } from './moment.js';
import type { Sentences } from './sentence.js';

type Code =
  'ACCOUNT_FROZEN' | 'ACCOUNT_NOT_FROZEN' | 'DATE_PASSED' | 'ALREADY_UNLIMITED' | 'NOT_UNLIMITED';

const audit = {
  fr: 'Consultez les opérations de l’équipe sur ce compte.',
  en: 'Look at what staff did to this account.',
};

/** What the state of an account does not allow. */
export const accountSentences: Sentences<Code> = {
  ACCOUNT_FROZEN: () => ({
    title: 'Compte suspendu',
    detail: fr`Ce compte est suspendu : aucun point ne peut être dépensé. Rien n’a été débité.`,
    detailEn: 'This account is frozen: no point can be spent. Nothing was charged.',
    nextStep: {
      fr: 'Écrivez à l’équipe, qui peut rétablir le compte.',
      en: 'Write to the team, who can unfreeze the account.',
    },
  }),
  ACCOUNT_NOT_FROZEN: () => ({
    title: 'Compte non suspendu',
    detail: 'Ce compte n’est pas suspendu.',
    detailEn: 'This account is not frozen.',
    nextStep: audit,
  }),
  DATE_PASSED: ({ field, date, now }) => ({
    title: 'Date dépassée',
    detail: fr`La date « ${field} » (${moment(date).fr}) doit être postérieure au ${moment(now).fr}.`,
    detailEn: `The date "${field}" (${moment(date).en}) must be later than ${moment(now).en}.`,
    nextStep: { fr: 'Choisissez une date à venir.', en: 'Choose a date that lies ahead.' },
  }),
  ALREADY_UNLIMITED: ({ startsAt, endsAt }) => ({
    title: 'Déjà illimité',
    detail: fr`Une période illimitée existe déjà, du ${moment(startsAt).fr} au ${moment(endsAt).fr}.`,
    detailEn: `There is an unlimited period already, from ${moment(startsAt).en} to ${moment(endsAt).en}.`,
    nextStep: {
      fr: 'Choisissez une période qui la prolonge, ou mettez d’abord fin à celle-ci.',
      en: 'Choose a period that lengthens it, or end that one first.',
    },
  }),
  NOT_UNLIMITED: () => ({
    title: 'Pas d’abonnement illimité',
    detail: 'Ce compte n’a pas de période illimitée.',
    detailEn: 'This account has no unlimited period.',
    nextStep: audit,
  }),
};
