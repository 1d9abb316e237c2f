import type { Language } from './language.js';

/** « 22 nov. 2026, 18:04 », where the person is. */
export function instantInWords(instant: string, language: Language): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}
