const when = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' } as const;
const inFrench = new Intl.DateTimeFormat('fr-FR', when);
const inEnglish = new Intl.DateTimeFormat('en-GB', when);

/** An instant as people in France read it: « 22 novembre 2026 à 13:00 », and the same in English. */
export function moment(instant: string): { readonly fr: string; readonly en: string } {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return { fr: instant, en: instant };
  return { fr: inFrench.format(date), en: inEnglish.format(date) };
}
