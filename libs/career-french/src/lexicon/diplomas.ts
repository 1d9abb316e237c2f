/** How diplomas and certificates are named, folded, each with the French level it stands for (3 is the CAP, 7 the master). */
export const DIPLOMAS: readonly (readonly [pattern: string, level: number])[] = [
  ['doctorat', 8],
  ['diplome d.ingenieur|ecole d.ingenieurs?', 7],
  ['master(?: [12])?|mastere|dess|bac ?\\+ ?5|mba', 7],
  ['maitrise universitaire|bac ?\\+ ?4', 6],
  ['licence professionnelle|licence pro|licence|bachelor|but|bac ?\\+ ?3|deust', 6],
  ['bts|dut|deug|bac ?\\+ ?2', 5],
  [
    'diplome d.etat d.(?:infirmiere?|educat(?:eur|rice) (?:specialisee?|de jeunes enfants)|assistante? (?:de service )?sociale?)',
    6,
  ],
  [
    'diplome d.etat d.aide[- ]soignante?|deas|deaes|diplome d.etat d.auxiliaire de puericulture|diplome d.etat d.accompagnante? educati(?:f|ve) et sociale?',
    4,
  ],
  [
    'bac(?:calaureat)? (?:pro(?:fessionnel)?|techno(?:logique)?|general|st[a-z]{1,3})|bac pro|baccalaureat|bac(?! ?\\+)',
    4,
  ],
  ['brevet professionnel|bp(?= [a-z])|bpjeps|brevet de maitrise', 4],
  ['titre professionnel', 4],
  ['cqp|certificat de qualification professionnelle', 3],
  ['cap(?! ?(?:de|d.|sur) )|bep|bepa|capa|certificat d.aptitude professionnelle', 3],
  [
    'bafa|bafd|ssiap ?[123]?|psc ?1|caces(?: r?\\d{3})?|fimo|fco|habilitations? electriques?|dcg|dscg|capes|certificat de conseiller en sejour',
    0,
  ],
];
