import type { ProfileReading } from '#libs/career-french';
import { enumerate } from './enumerate.js';
import { claim, type Line } from './line.js';

const FEMININE = /^(?:licence|maîtrise|habilitation|formation|certification)/iu;
const KNOWN_BY_NAME = /^(?:CACES|BAFA|BAFD|PSC|SSIAP|DEAS|DEAES|BPJEPS|CAPES|DCG|DSCG)/u;

/** Diplomas and languages that no other line has told. */
export function learningLines(
  { diplomas, languages }: ProfileReading,
  told: readonly Line[],
): Line[] {
  const heard = told.map(({ text, excerpts }) => `${text} ${excerpts.join(' ')}`).join(' ');
  const lines: Line[] = [];
  const unheard = diplomas.filter(({ name }) => !heard.includes(name)).slice(0, 3);
  if (unheard.length > 0) {
    const names = unheard.map(({ name }) => named(name));
    lines.push(
      claim(
        `Côté formation, mon parcours comprend ${enumerate(names)}.`,
        ...unheard.map(({ name }) => name),
      ),
    );
  }
  const spoken = languages.filter(({ name }) => !heard.toLowerCase().includes(name)).slice(0, 3);
  if (spoken.length > 0) {
    const names = spoken.map(
      ({ name, level }) => `${articled(name)}${level ? ` (${levelled(level)})` : ''}`,
    );
    lines.push(
      claim(`Je pratique ${enumerate(names)}.`, ...spoken.map(({ evidence }) => evidence.text)),
    );
  }
  return lines;
}

function named(diploma: string): string {
  if (/^(?:FIMO|FCO)/.test(diploma)) return `la ${diploma}`;
  if (KNOWN_BY_NAME.test(diploma)) return `le ${diploma}`;
  const lower = /^\p{Lu}\p{Ll}/u.test(diploma)
    ? diploma.charAt(0).toLowerCase() + diploma.slice(1)
    : diploma;
  return `${FEMININE.test(lower) ? 'une' : 'un'} ${lower}`;
}

function articled(language: string): string {
  if (language.startsWith('langue')) return `la ${language}`;
  return /^[aeiouh]/.test(language) ? `l’${language}` : `le ${language}`;
}

function levelled(level: string): string {
  return /^[abc][12]$/.test(level)
    ? `niveau ${level.toUpperCase()}`
    : level
        .replace('operationnel', 'opérationnel')
        .replace('intermediaire', 'intermédiaire')
        .replace('debutant', 'débutant')
        .replace('lu,? ', 'lu ')
        .replace('lu ecrit parle', 'lu, écrit, parlé')
        .replace('lu, ecrit, parle', 'lu, écrit, parlé')
        .replace(/ parle$/, ' parlé');
}
