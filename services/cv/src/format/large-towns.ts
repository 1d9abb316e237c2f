const TOWNS = new Set(
  (
    'paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon ' +
    'saint-etienne le-havre grenoble dijon angers villeurbanne saint-denis nimes clermont-ferrand le-mans ' +
    'aix-en-provence brest tours amiens limoges annecy boulogne-billancourt metz besancon perpignan orleans ' +
    'rouen mulhouse caen nancy montreuil avignon poitiers versailles pau la-rochelle antibes calais cannes ' +
    'colmar bourges quimper valence chambery niort lorient vannes cholet troyes saint-nazaire bruxelles ' +
    'geneve lausanne luxembourg liege namur'
  ).split(' '),
);

/** Tells whether a folded line names one of the larger French-speaking towns. */
export function namesLargeTown(folded: string): boolean {
  const joined = folded.replace(/(?<![a-z])(le|la) /g, '$1-');
  return (joined.match(/[a-z-]+/g) ?? []).some((word) => TOWNS.has(word));
}
