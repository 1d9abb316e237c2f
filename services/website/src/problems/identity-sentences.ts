import { fr } from './french.js';
import type { Sentence, Sentences } from './sentence.js';

const askForToken = {
  fr: 'Connectez-vous, puis envoyez votre jeton dans l’en-tête Authorization (Bearer).',
  en: 'Sign in, then send your token in the header Authorization (Bearer).',
};
const askForNewToken = {
  fr: 'Reconnectez-vous pour obtenir un nouveau jeton.',
  en: 'Sign in again for a new token.',
};

const unauthenticated = {
  missing: {
    detail: 'Cette demande nécessite un jeton d’accès et n’en porte pas.',
    detailEn: 'This request needs an access token and has none.',
    nextStep: askForToken,
  },
  malformed: {
    detail: 'Le jeton d’accès n’est pas valide.',
    detailEn: 'The access token is not valid.',
    nextStep: askForNewToken,
  },
  expired: {
    detail: 'Le jeton d’accès a expiré.',
    detailEn: 'The access token has expired.',
    nextStep: askForNewToken,
  },
  'unknown-key': {
    detail: 'Le jeton d’accès n’a pas été signé avec une clé de cette installation.',
    detailEn: 'The access token was not signed with a key of this installation.',
    nextStep: askForNewToken,
  },
  revoked: {
    detail: 'Cette session a été fermée.',
    detailEn: 'This session was ended.',
    nextStep: askForNewToken,
  },
};

const linkRefused = {
  malformed: {
    detail: 'Ce lien de connexion n’est pas valide.',
    detailEn: 'This sign-in link is not valid.',
  },
  expired: {
    detail: fr`Ce lien de connexion a expiré : il n’est valable que dix minutes.`,
    detailEn: 'This sign-in link has expired: it is valid for ten minutes only.',
  },
  used: {
    detail: fr`Ce lien de connexion a déjà servi : il n’ouvre qu’une seule session.`,
    detailEn: 'This sign-in link was used before: it opens one session only.',
  },
};
const askForNewLink = {
  fr: 'Demandez un nouveau lien de connexion, puis ouvrez-le.',
  en: 'Ask for a new sign-in link, then open it.',
};

const otherSite = {
  detail: 'Cette demande vient d’un autre site, qui ne peut pas agir en votre nom.',
  detailEn: 'This request comes from another site, which may not act in your name.',
  nextStep: {
    fr: 'Revenez sur la page de Phoenix et recommencez.',
    en: 'Go back to the page of Phoenix and try again.',
  },
};

const readByStaff = {
  detail: 'Seule l’équipe peut lire les données d’une autre personne.',
  detailEn: 'Only staff may read the data of another person.',
  nextStep: {
    fr: 'Demandez vos propres données, avec votre user_id.',
    en: 'Ask for your own data, with your user_id.',
  },
};
const ownAccount = {
  detail: fr`Le user_id indiqué n’est pas le vôtre : ici, chacun agit pour soi-même. L’équipe passe par les contrats qui lui sont réservés.`,
  detailEn:
    'The user_id is not yours: everybody acts for oneself here. Staff act through staff contracts.',
  nextStep: {
    fr: 'Retirez user_id de la demande, ou indiquez le vôtre.',
    en: 'Leave user_id out of the request, or give your own.',
  },
};
const notAllowed = {
  detail: 'Vous n’êtes pas autorisé à faire cette demande.',
  detailEn: 'You are not allowed to ask for this.',
  nextStep: {
    fr: 'Vérifiez que vous êtes connecté avec le bon compte.',
    en: 'Check that you are signed in with the right account.',
  },
};

/** Who asks, and what that person may ask for. */
export const identitySentences: Sentences<
  'UNAUTHENTICATED' | 'SIGN_IN_LINK_REFUSED' | 'FORBIDDEN'
> = {
  UNAUTHENTICATED: ({ reason }) => ({
    title: 'Authentification nécessaire',
    ...unauthenticated[reason],
  }),
  SIGN_IN_LINK_REFUSED: ({ reason }) => ({
    title: 'Lien de connexion refusé',
    ...linkRefused[reason],
    nextStep: askForNewLink,
  }),
  FORBIDDEN: ({ allowed }) => ({ title: 'Accès refusé', ...forbidden(allowed) }),
};

function forbidden(allowed: readonly string[]): Omit<Sentence, 'title'> {
  if (allowed.length !== 1) return notAllowed;
  const sentences = { staff: readByStaff, user: ownAccount, 'same-origin': otherSite };
  return sentences[allowed[0] as keyof typeof sentences] ?? notAllowed;
}
