import { evidenceAt, type Found } from '../evidence.js';

const TOWN = String.raw`(?:(?:La |Le |Les |L['’])?\p{Lu}\p{Ll}[\p{L}’'-]{0,40}(?:[ -](?:\p{Lu}\p{Ll}[\p{L}’'-]{0,30}|\d{1,2}(?:e|er)(?![\p{L}])))?)`;

const PATTERNS = [
  new RegExp(
    String.raw`(?:^|\n)\W{0,4}(?:lieu(?: de travail| du poste)?|localisation|ville|localité|secteur|adresse|où)\s{0,2}[:–-]\s{0,2}(?:\d{5} |à )?([^\n]{2,60})`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:basée?s?(?:\(e\))?|située?s?(?:\(e\))?|installée?s?|implantée?s?|localisée?s?|habite|vis|réside|domiciliée?) (?:près de |au cœur de |au centre de |en plein centre de |dans le centre de )?(?:à |aux? )?(${TOWN})`,
    'u',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])au ((?:Mans|Havre|Creusot|Puy-en-Velay|Puy|Touquet|Bourget|Lavandou|Vésinet|Raincy|Perreux|Cannet|Pontet|Blanc-Mesnil)(?![\p{L}]))`,
    'u',
  ),
  new RegExp(String.raw`(?<!\d)\d{5} (${TOWN})`, 'u'),
  new RegExp(String.raw`(${TOWN}) ?\((?:\d{2,3}|2[AB])\)`, 'u'),
  new RegExp(String.raw`(?<![\p{L}])[àÀ] (${TOWN})`, 'u'),
  new RegExp(
    String.raw`(?:agence|magasin|boutique|site|atelier|entrepôt|restaurant|dépôt|usine|siège|[Mm]airie|[Vv]ille|centre|cœur|secteur|quartier|région|[Cc]ommune) (?:de |d['’])(${TOWN})`,
    'u',
  ),
  new RegExp(String.raw`[\p{L}\d] \((${TOWN})(?:,|\))`, 'u'),
  new RegExp(String.raw` [–—|-] (?!Alternance|Stage|Poste)(${TOWN})(?=[ ,(\n]|$)`, 'u'),
  new RegExp(String.raw`(?:recrut|recherch|cherch)\p{Ll}+ (?:pour|sur) (${TOWN})`, 'u'),
];

/** The first town that a text names as the place of work; undefined when it names none. */
export function placeIn(text: string): Found<string> | undefined {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    const raw = match?.[1];
    if (!match || !raw) continue;
    const value = (raw.split(/ ?[(,;.|]| [–—-] /u)[0] ?? '').trim();
    if (value === '' || /^(?:Vous|Nous|Madame|Monsieur|Noël)/u.test(value)) continue;
    const start = match.index + match[0].lastIndexOf(raw);
    const named = match[0].startsWith('au ') ? `Le ${value}` : value;
    return { value: named, evidence: evidenceAt(text, start, start + value.length) };
  }
  return undefined;
}
