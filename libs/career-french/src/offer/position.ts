import { fold } from '#libs/french-text';
import { evidenceAt, type Evidence, type Found } from '../evidence.js';
import { tradeNamed } from '../matching/lexicon-index.js';
import { tokensOf } from '../text/token.js';

const LABEL =
  /^\W{0,4}(?:intitulé(?: du poste)?|poste(?: proposé| à pourvoir| recherché)?|offre d['’]emploi|titre(?: du poste)?|emploi|métier|recrutement|annonce)\s{0,3}[:–—-]\s{0,3}(.{3,120})$/iu;
const MARK = /\(?\s?\b[HFMX]\s?[/-]\s?[HFMX](?:\s?[/-]\s?[HFMX])?\b\s?\)?/u;
const HIRES =
  /(?:recherch(?:e|ons|ent)|recrut(?:e|ons|ent)|cherch(?:e|ons|ent)|embauch(?:e|ons|ent)|recrutement d['’]|poste d(?:e |['’])|besoin d['’])(?: (?:activement|actuellement|aujourd['’]hui|donc|encore|en ce moment|dès maintenant))?[^.\n]{0,90}?(?<![\p{L}])(?:une?|son|sa|des|notre|nos|leur|un\(e\)|un·e|deux|trois|quatre|\d{1,2}|ses)? ?(?:future?s? |nouvel(?:le)?s? |jeunes? )?(?=(\p{L}[^.;:!?\n]{2,110}))/giu;

/** The position as the offer calls it, gender forms included; undefined when it names none. */
export function positionIn(text: string): Found<string> | undefined {
  const lines = [...text.matchAll(/[^\r\n]+/g)].map(({ 0: raw, index }) => ({ raw, index }));
  return labelled(text, lines) ?? titled(text, lines) ?? hired(text) ?? mentioned(text);
}

/** As many letters do the two forms of a trade share. */
const FORM = 5;
/** A line that names a position in its first units. */
const MOST_LINE = 400;

type Lines = { raw: string; index: number }[];

function labelled(text: string, lines: Lines): Found<string> | undefined {
  for (const { raw, index } of lines) {
    const value = LABEL.exec(raw)?.[1];
    if (value) return found(text, index + raw.lastIndexOf(value), value);
  }
  return undefined;
}

/** One of the first lines that bears (H/F), or is short and begins with a trade. */
function titled(text: string, lines: Lines): Found<string> | undefined {
  const first = lines.slice(0, 4).filter(({ raw }) => raw.trim().split(/\s+/).length <= 14);
  const title =
    first.find(({ raw }) => MARK.test(raw) && !/recrut|recherch|cherch/i.test(raw)) ??
    first
      .slice(0, 2)
      .find(({ raw }) => !/[.!]\s*$|recrut|recherch|cherch/i.test(raw) && tradeStart(raw) === 0);
  return title && found(text, title.index, title.raw);
}

function hired(text: string): Found<string> | undefined {
  for (const match of text.matchAll(HIRES)) {
    const rest = match[1] ?? '';
    const at = tradeStart(rest);
    if (at !== undefined && at < 60) {
      const start = match.index + match[0].length + at;
      return found(text, start, rest.slice(at));
    }
  }
  const marked =
    /(?:recherch\w+|recrut\w+|cherch\w+) (?:une?|son|sa|des|un\(e\)|notre) ([^.;:!?\n]{3,90})/iu.exec(
      text,
    );
  return marked?.[1]
    ? found(text, marked.index + marked[0].length - marked[1].length, marked[1])
    : undefined;
}

function mentioned(text: string): Found<string> | undefined {
  const line = text.split('\n').find((one) => tradeStart(one) !== undefined) ?? '';
  const at = tradeStart(line);
  return at === undefined ? undefined : found(text, text.indexOf(line) + at, line.slice(at));
}

/** Where the first trade of a line begins. */
function tradeStart(line: string): number | undefined {
  const tokens = tokensOf(withoutMarks(line.slice(0, MOST_LINE)));
  const place = tokens.findIndex(({ word }, at) => {
    const here = tokens.slice(at, at + 8);
    const trade = tradeNamed(here);
    // « technicien / technicienne de maintenance » begins at its first form.
    return trade && here[trade.from]?.word.slice(0, FORM) === word.slice(0, FORM);
  });
  return tokens[place]?.start;
}

/** Same length, gender marks blanked. */
function withoutMarks(line: string): string {
  return line.replace(
    /\([a-zéè]{1,5}\)|[·.-](?:e|se|ne|rice|trice|euse|ère|ve)(?![\p{L}])/giu,
    (mark) => ' '.repeat(mark.length),
  );
}

const TAIL = [
  MARK,
  /\s[–—|-]\s.*$/u,
  /\s?\((?![a-zéèê]{1,6}\)).*$/u,
  /\s?[,;:].*$/u,
  /\s(?:en (?:CDI|CDD|intérim|alternance|contrat|apprentissage|stage)|CDI|CDD|à temps|à mi-temps|temps plein|temps partiel|pour|au sein|chez|basé|située?|afin|capable|qui|disponible|dynamique|motivé|passionné|expérimenté|confirmé|débutant|autonome|rigoureu|sérieu|polyvalent[e()]* et|dans le cadre|dès|à partir|avec|vous|sur le secteur|sur [A-ZÉ]|dans (?:le|la|les|un|une|son|sa|notre|leur)|souriant|curieu|soigneu|bienveillant|ayant|et (?:vous|un|une)|pouvant|à la recherche|contractuel|remplaçant|réf)(?![\p{Ll}]*ère).*$/u,
  /\sà (?=(?:la |l['’])?\p{Lu}).*$/u,
] as const;

/** Cuts what is not the position off its end: (H/F), the contract, the place. */
function found(text: string, start: number, raw: string): Found<string> | undefined {
  let value = raw;
  const [mark, ...ends] = TAIL;
  const marked = mark.exec(value);
  if (marked && marked.index > 2) value = value.slice(0, marked.index);
  for (const end of ends) {
    const shorter = value.replace(end, '');
    if (shorter.trim().length > 2) value = shorter;
  }
  value = value.replace(/^[\s*•–—-]+|[\s*•–—.-]+$/g, '').replace(/^(?:une?|son|sa|des) /i, '');
  if (fold(value).text.replace(/[^a-z]/g, '').length < 3) return undefined;
  const at = text.indexOf(value, start);
  const evidence: Evidence = evidenceAt(
    text,
    at < 0 ? start : at,
    (at < 0 ? start : at) + value.length,
  );
  // « une vendeuse ou un vendeur » is one position in two forms.
  return { value: value.replace(/\s+/g, ' ').replace(/ ou une? /i, ' ou '), evidence };
}
