/** What some system does not take in a name, and what would turn its reading direction. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
const BRACKETED = /\([^)]*\)/g;
const longest = 60;

const inParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** `Lettre - Maison Verdier - chargée de communication - 2026-03-12.pdf`: what it is about and when it was written, fit for any system. */
export function fileName(names: readonly string[], writtenAt: Date, extension: string): string {
  const told = names.map(fit).filter((name) => name !== '');
  return `${[...told, inParis.format(writtenAt)].join(' - ')}.${extension}`;
}

function fit(name: string): string {
  const clean = name.replace(BRACKETED, ' ').replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
  const signs = [...clean];
  if (signs.length <= longest) return clean;
  const cut = signs.slice(0, longest).join('');
  return (cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut).replace(/[ ,;.–-]+$/, '');
}
