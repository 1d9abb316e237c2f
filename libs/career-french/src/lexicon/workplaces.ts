/** Kinds of workplaces by the article that their name takes in a sentence. */
const KINDS: readonly [article: 'l’' | 'la' | 'le', kinds: string][] = [
  [
    'l’',
    'hôpital|école|hôtel|association|EHPAD|usine|auberge|agence|épicerie|institut|université|imprimerie|entrepôt|atelier|office|étude|exploitation|entreprise|hypermarché|officine',
  ],
  [
    'la',
    'clinique|mairie|crèche|boulangerie|résidence|librairie|pharmacie|brasserie|ferme|maison de retraite|pizzeria|bibliothèque|médiathèque|pâtisserie|boucherie|banque|menuiserie|communauté de communes|ville|crêperie|biscuiterie|coopérative|mission locale|société|fondation|supérette|conserverie|fiduciaire|fromagerie|scierie|blanchisserie|mutuelle|maison de quartier|laiterie|galerie|cave coopérative|papeterie|cidrerie|brûlerie',
  ],
  [
    'le',
    'restaurant|collège|lycée|garage|magasin|centre|supermarché|domaine|café|camping|cabinet|salon|bar|théâtre|musée|conseil|département|CHU|laboratoire|bistrot|centre hospitalier|syndicat|groupe|moulin|foyer|studio',
  ],
];

/** The article of a name that begins with a kind of workplace; undefined for any other name. */
export function articleOfWorkplace(name: string): 'l’' | 'la' | 'le' | undefined {
  return KINDS.find(([, kinds]) => new RegExp(`^(?:${kinds})(?![\\p{L}])`, 'iu').test(name))?.[0];
}
