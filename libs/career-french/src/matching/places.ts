import type { Token } from '../text/token.js';
import { LINKING } from './variant.js';

/** First words of phrases that share their complement with others: `gestion des plannings et des stocks`. */
const SHARED = new Set(
  `gestion gerer suivi suivre preparation preparer accueil accueillir conseil conseiller entretien entretenir
  maitrise tenue tenir animation animer encadrement encadrer reception receptionner expedition expedier organisation
  organiser redaction rediger pose poser nettoyage nettoyer controle controler aide negociation negocier saisie saisir
  traitement traiter etablissement etablir developpement developper service servir charger decharger accompagnement
  langage logiciel comptabilite creation creer connaissance elaboration elaborer declaration montage former formation
  vente vendre prise prendre analyse analyser relation planification planifier respect sens esprit regles`.split(
    /\s+/,
  ),
);
const MOST_BETWEEN = 4;

interface Places {
  places: number[];
  loose: boolean;
}

/** Where the words of a phrase stand from a place on, in their order and in one sentence; undefined when they do not. */
export function placesOf(
  lemmas: readonly string[],
  tokens: readonly Token[],
  from: number,
): Places | undefined {
  const places = [from];
  let loose = false;
  for (const lemma of lemmas.slice(1)) {
    const last = places.at(-1) ?? from;
    const shared = SHARED.has(lemmas[0] ?? '') && !SHARED.has(lemma) && places.length === 1;
    const next = nextPlace(lemma, tokens, last, shared);
    if (!next) return undefined;
    loose ||= next.loose;
    places.push(next.place);
  }
  return { places, loose };
}

function nextPlace(lemma: string, tokens: readonly Token[], last: number, shared: boolean) {
  let between = 0;
  let parted = false;
  for (let place = last + 1; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (!token || token.kind === 'stop') return undefined;
    const linking = LINKING.has(token.word);
    if (token.lemma === lemma && fits(tokens, place, { between, parted, shared })) {
      return { place, loose: between > 0 };
    }
    if (token.kind === 'comma' || token.word === 'et' || token.word === 'ou') parted = true;
    else if (!linking) between += 1;
    if (between > (shared ? MOST_BETWEEN : 1)) return undefined;
  }
  return undefined;
}

function fits(
  tokens: readonly Token[],
  place: number,
  { between, parted, shared }: { between: number; parted: boolean; shared: boolean },
): boolean {
  if (between === 0) return !parted;
  const before = tokens[place - 1];
  const linked = before !== undefined && LINKING.has(before.word);
  // One adjective: « gestion quotidienne des stocks ».
  if (between === 1 && !parted) return linked;
  const enumerated = before?.kind === 'comma' || before?.word === 'et' || before?.word === 'ou';
  return shared && parted && (linked || enumerated);
}
