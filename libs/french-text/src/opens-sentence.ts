const WORDS =
  'Je Tu Il Elle On Nous Vous Ils Elles Le La Les Un Une Des Du De Ce Cet Cette Ces Mon Ma Mes Notre Nos Votre Vos Son Sa Ses Leur Leurs Oui Non Mais Car Or Donc Et En Dans Sur Sous Avec Sans Pour Par Depuis Pendant Durant Lors Lorsque Quand Si Puis Ensuite Enfin Ainsi Aussi Alors Cependant Toutefois Aujourd Actuellement Comme Afin Après Avant Titulaire Diplômé Diplômée Passionné Passionnée Merci Madame Monsieur'.replaceAll(
    ' ',
    '|',
  );
const NO_MORE_WORD = '(?![\\p{L}\\p{M}\\p{N}@/_#:\\\\-]|[.?!=][\\p{L}\\p{N}])';
const OPENER = new RegExp(
  `^(?:(?:${WORDS}|À)${NO_MORE_WORD}|(?:[CDJLMNST]|Qu|Lorsqu|Puisqu)['’]\\p{L})`,
  'u',
);
const LONGEST = 24;

/** Whether a word that opens sentences stands at this place: « Je », « Nous », « L’… »; names and file endings do not. */
export function opensSentence(raw: string, place: number): boolean {
  return OPENER.test(raw.slice(place, place + LONGEST));
}
