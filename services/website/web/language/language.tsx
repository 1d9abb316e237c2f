import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { forLong, keep, recall } from '../browser/storage.js';

export type Language = 'fr' | 'en';

const LanguageContext = createContext<readonly [Language, (language: Language) => void]>([
  'fr',
  () => undefined,
]);

/** French, until the person chooses otherwise; the choice is remembered. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(
    recall(forLong, 'language') === 'en' ? 'en' : 'fr',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    keep(forLong, 'language', language);
  }, [language]);
  return <LanguageContext value={[language, setLanguage]}>{children}</LanguageContext>;
}

export function useLanguage() {
  return use(LanguageContext);
}

/** The words of a part of the page, in the language that is spoken. */
export function useWords<Words>(words: Record<Language, Words>): Words {
  const [language] = useLanguage();
  return words[language];
}
