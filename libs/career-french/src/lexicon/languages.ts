/** Languages as they are named, with the person's word; two spellings are parted by a bar. */
export const LANGUAGES = `
anglais | anglaise | anglophone | english
allemand | allemande | germanophone
espagnol | espagnole | hispanophone | castillan
italien | italienne | italophone
portugais | portugaise | lusophone
arabe | arabophone
chinois | mandarin | chinoise
japonais | japonaise
russe | russophone
néerlandais | néerlandaise | flamand
polonais | polonaise
roumain | roumaine
turc | turque
ukrainien | ukrainienne
grec | grecque
coréen | coréenne
vietnamien | vietnamienne
hindi
catalan | catalane
breton | bretonne
basque
occitan
créole
wolof
bambara
lingala
tamoul
persan | farsi
hébreu
suédois | suédoise
danois | danoise
norvégien | norvégienne
langue des signes | LSF
`;

/** Levels as offers and people write them, folded, the surest first. */
export const LANGUAGE_LEVELS =
  /(?<![a-z])(langue maternelle|bilingue|courant|couramment|c2|c1|b2|b1|a2|a1|professionnel|operationnel|intermediaire|scolaire|bon niveau|tres bon niveau|niveau correct|notions|debutant|lu,? (?:ecrit,? )?(?:et )?parle|toeic \d{3})(?![a-z])/;
