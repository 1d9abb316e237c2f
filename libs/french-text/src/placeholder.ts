import type { Mark } from './finding.js';
import type { Line, Reading } from './reading.js';

const BLANK_WORD =
  /\b(?:noms?|prenoms?|entreprise|societe|poste|date|ville|adresse|telephone|mail|e-?mail|votre|vos|completer|inserer|indiquer|preciser|company|name|position|your|recruteu(?:r|se)|destinataire|intitule|x{2,20}|code postal|signature|numero|titre|domaine|secteur|annees?|duree|competences?|metier|diplome|ecole|employeur|lieu)\b/;

const PATTERNS: RegExp[] = [
  /(?<![a-z0-9])x{3,4}(?![a-z0-9])/g,
  /(?<![a-z0-9])xx(?:[ ./-]x{2,4}){1,5}(?![a-z0-9])/g,
  /lorem ipsum/g,
  /(?<![a-z0-9])(?:jj|dd)[/.-]mm[/.-](?:aaaa|yyyy|aa)(?![a-z0-9])/g,
  /(?<![a-z0-9])(?:a completer|a remplir|tbd)(?![a-z0-9])/g,
  /(?<=[a-z:(.,] ?)_{3,40}/g,
  /(?<![a-z0-9.])(?:prenom\.nom|nom\.prenom|votre\.?(?:mail|adresse))@[a-z0-9.-]{1,60}/g,
];

const BRACKETED =
  /\[([^[\]]{2,60})\](?!\()|\{\{?([^{}]{2,60})\}\}?|<([^<>/@]{2,60})>|\((votre (?:nom|prenom|adresse|ville|poste|entreprise))\)/g;

/** Blanks of a template that were never filled in: `[Nom de l’entreprise]`, `XXX`, `Lorem ipsum`. */
export function placeholder(reading: Reading): Mark<'placeholder'>[] {
  return reading.filled.flatMap((line) => [...bracketed(line), ...plain(line)]);
}

function bracketed(line: Line): Mark<'placeholder'>[] {
  return [...line.folded.matchAll(BRACKETED)]
    .filter((match) => BLANK_WORD.test(match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''))
    .map((match) => toMark(line, match.index, match[0].length));
}

function plain(line: Line): Mark<'placeholder'>[] {
  // Inside brackets the whole bracket is the finding.
  const outside = line.folded.replace(BRACKETED, (found) => ' '.repeat(found.length));
  return PATTERNS.flatMap((pattern) =>
    [...outside.matchAll(pattern)].map((match) => toMark(line, match.index, match[0].length)),
  );
}

function toMark(line: Line, start: number, length: number): Mark<'placeholder'> {
  const mark = { start: line.at(start), end: line.at(start + length) };
  return { code: 'placeholder', ...mark };
}
