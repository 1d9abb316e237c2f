import { useLanguage, type Language } from './language.js';

const names: Record<Language, string> = { fr: 'Français', en: 'English' };

export function LanguageSwitch() {
  const [spoken, speak] = useLanguage();
  return (
    <div className="language" role="group" aria-label="Langue · Language">
      {(['fr', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={spoken === language}
          aria-label={`${language.toUpperCase()} · ${names[language]}`}
          onClick={() => speak(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
