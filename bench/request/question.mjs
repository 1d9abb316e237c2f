import { previewEnergy } from '#libs/contracts';

/** What every way of this benchmark asks: a small request, an answer of some 300 bytes, no work between. */
export const subject = previewEnergy.subject;

/** @type {import('#libs/contracts').RequestInput<typeof previewEnergy>} */
export const question = { action: 'lettre_motivation' };

/** @type {import('#libs/contracts').ReplyOf<typeof previewEnergy>} */
export const answer = {
  action: 'lettre_motivation',
  allowed: true,
  cost: 15,
  listCost: 15,
  unlimited: false,
  frozen: false,
  before: 100,
  after: 85,
  sentence: {
    fr: 'Lettre de motivation : 15 points. Il vous en restera 85.',
    en: 'Cover letter: 15 points. You will have 85 left.',
  },
  version: 2,
};
