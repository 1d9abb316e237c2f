import { fold } from '#libs/french-text';
import { evidenceAt, type Found } from '../evidence.js';
import { CONTRACTS, type ContractKind } from '../lexicon/contracts.js';

const SALARY_LABEL =
  /(?:^|\n|\. )\W{0,4}(?:salaire|rémunération)(?: brute?| mensuelle?| annuelle?)?\s{0,2}[:–-]\s{0,2}([^\n]{3,90})/iu;
const SUM = String.raw`\d[\d \u00a0\u202f.]{0,7}(?:,\d{1,2})?`;
const UNIT = String.raw`[ \u00a0\u202f]?(?:k?€|euros)`;
const EACH = String.raw`(?:\/(?:mois|an|h))?`;
/** From one sum to another: `2 000 à 2 200`, `24 000 € - 27 000`; a dash without a unit before it parts two thousands. */
const FROM = String.raw`${SUM}(?:${UNIT})?[ \u00a0\u202f]?(?:à|et) |${SUM}${UNIT}[ \u00a0\u202f]?[-–—] ?|(?<!\d)\d{2}[ \u00a0\u202f]?\d{3} ?[-–—] ?(?=\d{2}[ \u00a0\u202f]?\d{3})|(?<!\d)\d{2} ?[-–—] ?(?=\d{2} ?k€)`;
const SALARY = new RegExp(
  String.raw`(?:(?:de|entre|à partir de) )?(?:${FROM})?${SUM}${UNIT}${EACH}(?: (?:bruts?|nets?))?(?: (?:par mois|mensuels?|par an|annuels?|de l['’]heure|par heure))?${EACH}`,
  'iu',
);
const REFERENCE =
  /(?<![\p{L}])(?:réf(?:érence)?|n° d['’]offre)\.?\s{0,2}:?\s{0,2}((?=[\p{L}-]{0,12}\d)[\p{L}\p{N}/_-]{3,24})/iu;

/** The contract, the first of the most telling kind. */
export function contractIn(text: string): Found<ContractKind> | undefined {
  const { text: folded, origins } = fold(text);
  const found = CONTRACTS.flatMap(([kind, pattern]) => {
    const match = pattern.exec(folded);
    return match ? [{ kind, index: match.index, length: match[0].length }] : [];
  });
  // « Alternance » and the like say more than the CDI that may follow them; otherwise the first named counts.
  const best =
    found.find(({ kind }) => kind === 'apprenticeship' || kind === 'seasonal') ??
    found.toSorted((a, b) => a.index - b.index)[0];
  if (!best) return undefined;
  const evidence = evidenceAt(
    text,
    origins[best.index] ?? 0,
    origins[best.index + best.length] ?? 0,
  );
  return { value: best.kind, evidence };
}

/** The pay, as it is written. */
export function salaryIn(text: string): Found<string> | undefined {
  return firstGroup(text, SALARY_LABEL) ?? firstGroup(text, SALARY);
}

/** The offer’s reference, as it is written. */
export function referenceIn(text: string): Found<string> | undefined {
  return firstGroup(text, REFERENCE);
}

function firstGroup(text: string, pattern: RegExp): Found<string> | undefined {
  const match = pattern.exec(text);
  const raw = match?.[1] ?? match?.[0];
  if (!match || !raw) return undefined;
  const start = match.index + match[0].lastIndexOf(raw);
  const evidence = evidenceAt(text, start, start + raw.length);
  return { value: evidence.text.replace(/[.;,]$/, ''), evidence };
}
