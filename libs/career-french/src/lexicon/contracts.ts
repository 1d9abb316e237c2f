/** Contract kinds by their code, folded patterns, the most telling first. */
export const CONTRACTS = [
  [
    'apprenticeship',
    /(?<![a-z])(?:(?:contrat d.)?apprentissage|alternance|contrat de professionnalisation|contrat pro)(?![a-z])/,
  ],
  ['internship', /(?<![a-z])(?:stage|stagiaire)(?![a-z])/],
  ['seasonal', /(?<![a-z])(?:saisonniere?|contrat de saison|saison (?:d.)?(?:ete|hiver))(?![a-z])/],
  [
    'interim',
    /(?<![a-z])(?:interim|interimaire|mission temporaire|contrat de travail temporaire)(?![a-z])/,
  ],
  [
    'freelance',
    /(?<![a-z])(?:freelance|independante?|auto[- ]entrepreneu(?:r|se)|prestation)(?![a-z])/,
  ],
  [
    'civil-service',
    /(?<![a-z])(?:fonctionnaire|titulaire de la fonction publique|concours de la fonction publique|fonction publique territoriale|statutaire|categorie [abc])(?![a-z])/,
  ],
  ['cdi', /(?<![a-z])(?:cdi|duree indeterminee)(?![a-z])/],
  ['cdd', /(?<![a-z])(?:cdd|duree determinee|contractuelle?)(?![a-z])/],
] as const;

export type ContractKind = (typeof CONTRACTS)[number][0];
