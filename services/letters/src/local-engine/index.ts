export { analyseTransition, type LocalTransitionAnalysis } from './career/analyse-transition.js';
export { planApplication, type LocalApplicationPlan } from './career/plan-application.js';
export { planRetraining, type LocalRetrainingPlan } from './career/plan-retraining.js';
export { LETTER_LENGTH, TONES, type LetterRequest, type Tone } from './letter/request.js';
export { writeLetter, type WrittenLetter } from './letter/write-letter.js';
export { measureLetter, type LetterMeasures } from './measure-letter.js';
export { analyseOffer, type LocalOfferAnalysis } from './offer/analyse-offer.js';
export type { LocalRefusal } from './refusal.js';
export { LOCAL_ENGINE, LOCAL_ENGINE_VERSION } from './version.js';
