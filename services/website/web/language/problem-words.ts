import type { Problem } from '../api/problem.js';
import type { Language } from './language.js';

/** What is wrong, and what to do, in the words of the service that refused. */
export function inWords({ detail, detail_en, next_step }: Problem, language: Language): string {
  return `${language === 'fr' ? detail : detail_en} ${next_step[language]}`;
}
