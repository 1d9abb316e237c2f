import { workplaceNamed } from '../phrase/workplace-name.js';

const NAME = String.raw`\p{Lu}[\p{L}\p{N}&.’'-]*`;
/** `restaurant Le Quai`, up to the next word in small letters that links nothing. */
const WHOLE_NAME = new RegExp(
  String.raw`^(?:\p{Ll}[\p{L}-]* )?${NAME}(?: (?:(?:de la|de l['’]|des?|du|d['’]|&|et|la|le|les|en|sur) ?){0,2}${NAME})*`,
  'u',
);
const TOWN = String.raw`(?:(?:La |Le |Les )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)`;
const SAID =
  /(?<![\p{L}])(chez(?![\p{L}])|pour(?![\p{L}])|au sein (?:de la |de l['’]|du |de |d['’])|auprès de|dans (?:une?|le|la|les|l['’]|différent|plusieurs|des)|à la(?![\p{L}])|à l['’]|a l['’](?=\p{Lu})|aux?(?![\p{L}])|en (?=crèche|école|EHPAD|boulangerie|restauration|maison|usine|entreprise|grande surface|supermarché|cabinet|collectivité|hôpital|milieu|intérim|foyer|librairie|pharmacie))\s?/u;

interface Workplace {
  title: string;
  workplace: string | undefined;
  employer: string | undefined;
  place: string | undefined;
}

/** Parts `Vendeuse chez Maison Lenoir, Nantes` into title, workplace and town. */
export function splitWorkplace(head: string): Workplace {
  const { rest, place } = withoutTown(head);
  const said = SAID.exec(rest);
  if (said && said.index > 2) {
    const title = tidy(rest.slice(0, said.index));
    // What follows a comma is told of something else.
    const [item = ''] = rest.slice(said.index).split(',');
    const where = said[0] + wholeName(item.slice(said[0].length));
    const name = tidy(where.slice(said[0].length));
    const workplace = tidy(where).replace(/^a l/, 'à l').replaceAll("'", '’');
    return {
      title,
      workplace: name === '' ? undefined : workplace,
      employer: name || undefined,
      place,
    };
  }
  const parted = new RegExp(
    String.raw`^(.{3,80}?)(?:,| [–—|/@-]|\s?\() ?(?:(?:L['’]|[Ll]e |[Ll]a )?(${NAME}.*))$`,
    'u',
  ).exec(rest);
  const employer = parted?.[2] && tidy(parted[2]);
  if (!parted || !employer)
    return { title: tidy(rest), workplace: undefined, employer: undefined, place };
  // One word behind a comma may be the firm or the town.
  const certain = place !== undefined || /[ ’']/.test(employer);
  const workplace = certain ? workplaceNamed(employer).at : `(${employer})`;
  return { title: tidy(parted[1] ?? ''), workplace, employer, place };
}

function withoutTown(head: string): { rest: string; place: string | undefined } {
  const bracketed = new RegExp(String.raw`^(.*?)\s?\((${TOWN})(?:,? ?\d{2,5})?\)(.*)$`, 'u').exec(
    head,
  );
  if (bracketed) return { rest: tidy(`${bracketed[1]} ${bracketed[3]}`), place: bracketed[2] };
  const last = new RegExp(
    String.raw`^(.*(?:chez|,| [–—-]|au |à la |à l['’]).*?)(?:, (?:à )?| à | [–—-] )(${TOWN})(?: ?\(\d{2,3}\))?$`,
    'u',
  ).exec(head);
  if (last?.[1]) return { rest: tidy(last[1]), place: last[2] };
  const only = new RegExp(String.raw`^([^,]*?) à (${TOWN})$`, 'u').exec(head);
  return only?.[1] ? { rest: tidy(only[1]), place: only[2] } : { rest: head, place: undefined };
}

function wholeName(words: string): string {
  const name = WHOLE_NAME.exec(words)?.[0] ?? words;
  return /^ \p{Ll}/u.test(words.slice(name.length)) ? name : words;
}

function tidy(text: string): string {
  return text
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,;:–—|(-]+|[\s,;:–—|)-]+$/gu, (edge) =>
      edge.includes(')') && text.includes('(') ? ')' : '',
    )
    .trim();
}
