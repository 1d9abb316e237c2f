import { evidenceAt, type Found } from '../evidence.js';
import { beginsWithTrade } from '../matching/lexicon-index.js';
import { tokensOf } from '../text/token.js';

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{N}&.’'-]*|\d{1,4}(?!\d| ?%| \d))`;
const LINK = String.raw`(?:de la|de l['’]|des?|du|d['’]|aux?|à la|à l['’]|&|et|la|le|les|l['’]|en|sur)`;
const NAME = String.raw`${WORD}(?:(?: (?:${LINK} ?){0,2}|['’])${WORD}){0,5}`;
const ORGANISATION =
  'société|entreprise|restaurant|boulangerie|pâtisserie|boucherie|clinique|hôpital|mairie|commune|ville|résidence|groupe|association|cabinet|agence|hôtel|garage|école|collège|lycée|crèche|magasin|boutique|brasserie|librairie|pharmacie|domaine|ferme|exploitation|atelier|usine|établissements?|ets|centre|institut|salon|coopérative|start-up|startup|PME|studio|théâtre|musée|EHPAD|maison de retraite|maison|menuiserie|imprimerie|laboratoire|office|communauté de communes|département|banque|mutuelle|fondation|transports?|épicerie|café|camping|syndicat|supermarché|enseigne|réseau';
const KIND = String.raw`(?:familiale?|artisanale?|indépendante?|associati(?:f|ve)|municipale?|gastronomique|immobilière|comptable|sportive|de communication|d['’]architecture|d['’]avocats|de conseil|bio)`;
const DETERMINER = String.raw`(?:[Ll]['’]|[Ll]e |[Ll]a |[Ll]es |[Nn]otre |[Uu]ne? )`;
const SERVICE = String.raw`(?:[Cc]entre (?:hospitalier|social|culturel)|[Cc]ommunauté (?:de communes|d['’]agglomération)|[Cc]onseil (?:départemental|régional)|[Mm]aison de retraite|[Mm]ission locale|[Oo]ffice (?:de tourisme|public))(?: (?:de la|de l['’]|des?|du|d['’]))?`;
const LEAD = String.raw`(?:${DETERMINER}?(?:(?:${ORGANISATION})(?: ${KIND})? )?)?`;
const STARTS = String.raw`(?:^|[.!?]\s+|\n)\W{0,3}`;
const HIRES = String.raw`(?:recrute|recherche|cherche|embauche)(?:nt)?(?![\p{L}])`;
const ASIDE = String.raw`(?: \([^)\n]{2,80}\))?`;

const PATTERNS = [
  String.raw`(?:^|\n)\W{0,4}(?:[Ee]ntreprise|ENTREPRISE|[Ss]ociété|SOCIÉTÉ|[Ee]mployeur|EMPLOYEUR|[Ss]tructure|[Éé]tablissement|[Rr]ecruteur|[Aa]ssociation|[Ee]nseigne)\s{0,2}:\s{0,2}(?:L['’]|Le |La )?([^\n]{2,80})`,
  String.raw`${STARTS}${DETERMINER}?(${SERVICE} ?${NAME})${ASIDE} ${HIRES}`,
  String.raw`(?:^|[.!?,]\s+|\n)\W{0,3}${LEAD}(${NAME})${ASIDE} ${HIRES}`,
  String.raw`${STARTS}${LEAD}(${NAME})${ASIDE},[^.!?\n]{0,160}?\s${HIRES}`,
  String.raw`(?<![\p{L}])[Cc]hez ${LEAD}(${NAME})`,
  String.raw`(?<![\p{L}])[Rr]ejoi(?:ndre|gnez|ns) (?:l(?:es|['’])\s?équipes? (?:de |d['’]|du )?)?${LEAD}(${NAME})`,
  String.raw`${STARTS}${LEAD}(${NAME})${ASIDE}(?:, (?:${ORGANISATION}|spécialiste|spécialisée?|leader|acteur|filiale|réseau|fabricant|éditeur)(?![\p{L}])|\s(?:est|sont|fabrique|accompagne|conçoit|accueille|propose|distribue|édite|développe|exploite|transporte|produit|compte|emploie|gère|ouvre|agrandit|renforce|assure|livre|installe|imprime)(?![\p{L}]))`,
  String.raw`(?:^|\n)(${NAME})(?: [–—|-] \p{Lu}\p{Ll}|, (?:une?|deux|trois|quatre|cinq) )`,
  String.raw`[Pp]ropos (?:de la |du |de l['’]|des |d['’]|de )(${NAME})`,
  String.raw`(?:l['’]|le |la |Le |La |L['’]|(?:^|\n)\W{0,3})(?:${ORGANISATION}) (${NAME})`,
  String.raw`${STARTS}${LEAD}(${WORD} (?:${LINK} )?${WORD}) \p{Ll}{3,}(?:e|ent|it|d) `,
  String.raw`(?<![\p{L}])au sein (?:de |du |d['’])(?:l['’]|la )?${LEAD}(${NAME})`,
].map((pattern) => new RegExp(pattern, 'gu'));
const NO_NAME =
  /^(?:Nous|Notre|Nos|Vous|Votre|Vos|Un|Une|Des|CDI|CDD|Poste|Offre|Missions?|Profil|Dans|Pour|Au|Aux|En|Afin|Avec|Basée?|Située?|Rejoignez|Recherche|Urgent|Envie|Depuis|Sous|Chez|Intitulé|Lieu|Contrat|Sur|Ce|Cette|Rattachée?|Description|Titulaire|Expérience|Salaire|Bonjour|On|Tu|Toute|Date|Type|À|A|H|F|Ville|Entreprise|Société|Association|Si|Nouvelle?|Suite|Que|Il|Elle|Alternance|Stage|Seule?)$/u;

/** `Ville de Dinan` is a name, `Ville` alone is not. */
const ORGANISED = /^(?:Ville|Société|Entreprise|Association) (?:de |du |des |d['’])\p{Lu}/u;

/** The employer’s name as the offer writes it, without « la société »; undefined when it gives none. */
export function companyIn(text: string): Found<string> | undefined {
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const name = (match[1]?.split(/ [–—|(-]|[,;(\n]/u)[0] ?? '').trim().replace(/[.,;]+$/u, '');
      if (!isName(name, match[0])) continue;
      const start = match.index + match[0].indexOf(name);
      return { value: name, evidence: evidenceAt(text, start, start + name.length) };
    }
  }
  return undefined;
}

function isName(name: string, whole: string): boolean {
  const [first = ''] = name.split(/[ '’]/u);
  if (
    NO_NAME.test(ORGANISED.test(name) ? name : first) ||
    name.length < 2 ||
    /^L[ae]s?$/.test(name)
  )
    return false;
  // A heading or a title is no employer.
  if (beginsWithTrade(tokensOf(name))) return false;
  return !/[HF]\s?\/\s?[HF]/u.test(whole.slice(0, whole.indexOf(name) + name.length + 12));
}
